-- One row per cell of a sensitive extract × what a version told of it: its numerator and
-- denominator, or that it is withheld.
create table seen (
    declared varchar,
    category varchar,
    series varchar,
    ref_area varchar,
    time_period varchar,
    numerator decimal(18, 2),
    denominator decimal(18, 2),
    was_withheld boolean
)
