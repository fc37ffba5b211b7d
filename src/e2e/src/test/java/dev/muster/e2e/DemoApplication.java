package dev.muster.e2e;

/** An application of the demonstration's organization, with all its stand-alone devices and a widget of each kind. */
record DemoApplication(String id) {

    private static final String WIDGETS = """
            {"shared":true,"widgets":[{"kind":"COUNT","size":"SMALL"},{"kind":"STATES","size":"SMALL"},
            {"kind":"VALUES","key":"temperature","size":"SMALL"},{"kind":"CHART","key":"temperature","range":"HOUR"},
            {"kind":"MAP","key":"lat","secondKey":"lon"},{"kind":"CHART","key":"nothing","size":"WIDE"}]}""";

    static DemoApplication create(String name) {
        String applications = "/organizations/" + DemoApi.organization() + "/applications";
        String id = DemoApi.of("olivia")
                .post(
                        applications,
                        "{\"name\":\"" + name + "\",\"description\":\"For a test\",\"rule\":{\"type\":\"STANDALONE\"}}")
                .expect(201)
                .text("id");
        DemoApi.of("olivia")
                .put(applications + "/" + id + "/dashboard", WIDGETS)
                .expect(200);
        return new DemoApplication(id);
    }

    String path() {
        return "/organization/application.xhtml?id=" + id;
    }
}
