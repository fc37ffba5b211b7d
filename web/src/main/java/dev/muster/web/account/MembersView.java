package dev.muster.web.account;

import dev.muster.domain.account.Membership;
import dev.muster.ejb.account.member.MemberService;
import dev.muster.web.security.CurrentCaller;
import dev.muster.web.shared.PagedModel;
import dev.muster.web.shared.ViewIds;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The users of an organization, on the administrator's page of it. */
@Named
@ViewScoped
public class MembersView implements Serializable {

    @Inject
    private MemberService members;

    @Inject
    private CurrentCaller caller;

    private String id;

    private final PagedModel<Membership> list =
            new PagedModel<>(request -> members.list(caller.get(), ViewIds.parse(id), request));

    public PagedModel<Membership> getList() {
        return list;
    }

    /** The id of the organization. */
    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
