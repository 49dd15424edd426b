-- One row per indicator × ref_area × time_period × category, as its SELECT returned it.
create table component (
    indicator varchar,
    ref_area varchar,
    time_period varchar,
    category varchar default '_T',
    numerator decimal(18, 2),
    denominator decimal(18, 2)
)
