"""The choice in the address, changed by widgets faster than the browser hears of it."""

from streamlit.testing.v1 import AppTest


def two_choices():
    import streamlit as st

    from ui import selection

    selection.arrive()
    for name in ("sites", "budget"):
        selection.follow(name, getattr(selection.current(), name))
        st.text_input(
            name,
            key=name,
            on_change=lambda name=name: selection.change(**{name: selection.chosen_in(name)}),
        )


def at(**address):
    page = AppTest.from_function(two_choices)
    return gone(page, **address)


def gone(page, **address):
    """Return the page as the browser asks for it at an address."""
    page.query_params.clear()
    for name, value in address.items():
        page.query_params[name] = value
    return page.run()


def shown(page):
    address = {name: "".join(value) for name, value in page.query_params.items()}
    assert {field.key: field.value for field in page.text_input if field.value} == address
    return address


def test_two_changes_stand_although_the_second_comes_with_the_address_of_before_the_first():
    page = at(capacity="1")
    page.text_input(key="sites").set_value("3").run()
    page.text_input(key="budget").set_value("70")
    gone(page, capacity="1")
    assert {name: "".join(value) for name, value in page.query_params.items()} == {
        "sites": "3",
        "budget": "70",
        "capacity": "1",
    }


def test_who_went_back_and_changes_something_else_keeps_what_stood_there():
    page = at()
    page.text_input(key="sites").set_value("3").run()
    assert shown(page) == {"sites": "3"}
    gone(page)
    assert shown(page) == {}
    page.text_input(key="budget").set_value("70").run()
    assert shown(page) == {"budget": "70"}


def test_a_change_after_the_browser_heard_of_the_last_one_is_added_to_it():
    page = at()
    page.text_input(key="sites").set_value("3").run()
    page.text_input(key="budget").set_value("70").run()
    assert shown(page) == {"sites": "3", "budget": "70"}
