"""What a drawn figure may hold; anything else is an error and never left out in silence."""


class Unknown(ValueError):
    """A figure holds something that is not drawn here."""


def only(what: str, told: dict, known: set[str]):
    """Raise Unknown if there is more to a thing than is known; what is None was never set."""
    more = sorted(name for name in set(told) - known if told[name] is not None)
    if more:
        raise Unknown(f"{what} has {', '.join(more)}: not drawn as SVG")
