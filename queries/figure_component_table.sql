-- One row per figure × ref_area × time_period × category × series, as its SELECT returned it.
-- Of an amount also what disclosure control asks, as in component_table.sql.
create table figure_component (
    figure varchar,
    ref_area varchar,
    time_period varchar,
    category varchar,
    category_position integer,
    series varchar,
    series_position integer,
    numerator decimal(18, 2),
    denominator decimal(18, 2),
    contributors bigint,
    largest decimal(18, 2),
    second_largest decimal(18, 2)
)
