-- One row per facility or place on a map layer, as its SELECT returned it.
create table point (
    layer varchar,
    name_zh varchar,
    ref_area varchar,
    lon double,
    lat double,
    state varchar,
    since date,
    detail_zh varchar
)
