-- One row per cell of a sensitive extract in any version readers had: was it shown, was it withheld.
create table seen (
    declared varchar,
    category varchar,
    series varchar,
    ref_area varchar,
    time_period varchar,
    was_shown boolean,
    was_withheld boolean
)
