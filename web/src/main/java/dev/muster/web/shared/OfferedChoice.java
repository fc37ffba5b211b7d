package dev.muster.web.shared;

import dev.muster.web.shared.text.Texts;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UISelectItem;
import jakarta.faces.component.UISelectOne;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PostValidateEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/**
 * Refuses the empty value of a list that does not offer it. Jakarta Faces checks each value against the options, but
 * accepts a missing value. A browser sends none only if somebody has changed the page. Registered in faces-config.xml.
 */
public class OfferedChoice implements SystemEventListener {

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UISelectOne;
    }

    @Override
    public void processEvent(SystemEvent event) {
        UISelectOne list = (UISelectOne) event.getSource();
        boolean isEmpty = list.isValid() && list.isLocalValueSet() && list.getLocalValue() == null;
        if (event instanceof PostValidateEvent && isEmpty && !isOneOfSeveral(list) && !offersNone(list)) {
            refuse(list, FacesContext.getCurrentInstance());
        }
    }

    /** A radio button of a group: another button of the group may be the chosen one. */
    private static boolean isOneOfSeveral(UISelectOne list) {
        return list.getGroup() != null;
    }

    private static boolean offersNone(UIComponent list) {
        return list.getChildren().stream()
                .filter(UISelectItem.class::isInstance)
                .map(UISelectItem.class::cast)
                .anyMatch(item -> item.isNoSelectionOption()
                        || item.getItemValue() == null
                        || item.getItemValue().toString().isEmpty());
    }

    private static void refuse(UISelectOne list, FacesContext faces) {
        list.setValid(false);
        String sentence = Texts.current().of("shared.chooseOffered");
        faces.addMessage(list.getClientId(faces), new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null));
        faces.validationFailed();
        faces.renderResponse();
    }
}
