-- A township is known by its name, through the aliases. Never by a code: two published code lists
-- swap two of the townships.
create or replace macro read_township(cell) as
    (select ref_area from reference.township_alias where alias = clean(cell));

create or replace macro read_community(cell, township_cell) as
    (
        select community
        from reference.community
        where name_zh = clean(cell) and ref_area = read_township(township_cell)
    );

create or replace macro township_code_cause(cell) as cast(null as varchar);
create or replace macro township_code_conflict(cell, ref_area) as cast(null as varchar);

create or replace macro read_township_code(cell, township_cell) as
    case
        when township_code_conflict(cell, read_township(township_cell)) is null
            then read_text(cell)
    end;
