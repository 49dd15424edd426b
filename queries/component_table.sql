-- One row per indicator × ref_area × time_period × category, as its SELECT returned it. An amount
-- says also among how many it was shared out, and what the largest two got (disclosure control).
create table component (
    indicator varchar,
    ref_area varchar,
    time_period varchar,
    category varchar default '_T',
    numerator decimal(18, 2),
    denominator decimal(18, 2),
    contributors bigint,
    largest decimal(18, 2),
    second_largest decimal(18, 2)
)
