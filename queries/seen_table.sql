-- One row per cell of a sensitive extract × whether a version withheld or showed it.
create table seen (
    declared varchar,
    category varchar,
    series varchar,
    ref_area varchar,
    time_period varchar,
    was_withheld boolean
)
