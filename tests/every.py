"""One test for a rule that must hold of hundreds of things."""

import inspect
from functools import wraps


def every(name, things, called):
    """Have a rule hold of every thing, which it takes as `name`; its other parameters are fixtures.

    A test for each would spend more time on being a test than on the rule. This one fails with all
    the things the rule does not hold of, as `called` names them, and why.
    """
    things = list(things)

    def over(rule):
        signature = inspect.signature(rule)

        @wraps(rule)
        def test(**fixtures):
            broken = {}
            for thing in things:
                try:
                    rule(**{name: thing}, **fixtures)
                except AssertionError as problem:
                    broken[called(thing)] = str(problem)
                except Exception as problem:
                    problem.add_note(f"of {called(thing)}")
                    raise
            if not things:
                raise AssertionError("a rule of nothing")
            if broken:
                lines = (f"{thing}: {why}" for thing, why in broken.items())
                raise AssertionError("\n".join(lines))

        others = [one for one in signature.parameters.values() if one.name != name]
        test.__signature__ = signature.replace(parameters=others)
        return test

    return over
