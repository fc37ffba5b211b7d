#!/usr/bin/python3
"""wapiti that does not log out: it would try each form of a page, and attack the rest as nobody."""

import sys

from wapitiCore.main.wapiti import wapiti_main
from wapitiCore.net.page import Page

all_forms = Page.iter_forms


def forms_that_stay(page, autofill=True):
    for form in all_forms(page, autofill):
        if not any(name == "log-out" for name, _ in form.post_params):
            yield form


Page.iter_forms = forms_that_stay
sys.exit(wapiti_main())
