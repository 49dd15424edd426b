-- A township is known by its name, through the aliases. A code decides nothing that its two
-- published lists (of the statistics bureau, and of the civil-affairs ministry) read differently:
-- they swap two townships.

-- Nine digits, or twelve that end in 000; any other run of digits as it is, to be found nowhere.
create or replace macro township_code(cell) as
    regexp_replace(regexp_extract(clean(cell), '[0-9]{6,}'), '^([0-9]{9})000$', '\1');

-- What is left beside a code at either end: 330482001 当湖街道, 当湖街道（330482001）.
create or replace macro township_name(cell) as
    regexp_replace(
        clean(cell), '^[ (]*[0-9]{6,}([.]0+)?[ ):_/-]*|[ (:_/-]*[0-9]{6,}([.]0+)?[ )]*$', ''
    );

-- Of two aliases that read alike, neither decides between two townships. A code without a name
-- stands under the empty name.
create or replace macro read_township(cell) as
    (
        with spelling as (
            select clean(alias) as name, ref_area from reference.township_alias
            union all
            select '' as name, ref_area from reference.township
        )

        select
            case
                when min(township.ref_area) = max(township.ref_area) then min(township.ref_area)
            end
        from spelling
        inner join reference.township on spelling.ref_area = township.ref_area
        where
            spelling.name = township_name(cell)
            and township_code(cell) in ('', township.code_nbs)
            and township_code(cell) in ('', township.code_mca)
    );

create or replace macro read_township_by_code(code_cell) as
    (
        select min(ref_area)
        from reference.township
        where
            regexp_full_match(clean(code_cell), '[0-9]{9}(000)?([.]0+)?')
            and code_nbs = township_code(code_cell)
            and code_mca = township_code(code_cell)
    );

-- What both lists say of a code, in Chinese.
create or replace macro township_code_readings(code) as
    '代码' || code || '在统计用区划代码中'
    || coalesce('是' || (select min(name_zh) from reference.township where code_nbs = code), '没有')
    || '，在民政区划代码中'
    || coalesce('是' || (select min(name_zh) from reference.township where code_mca = code), '没有');

-- Why a cell with a code in it is refused; null where the code is not the trouble.
create or replace macro township_code_cause(cell) as
    case
        when township_code(cell) <> '' and read_township(cell) is null
            then township_code_readings(township_code(cell))
            || case
                when township_name(cell) = '' then '，无法判断是哪个镇街道'
                else '，与名称“' || township_name(cell) || '”不符或无法判断'
            end
    end;

-- Why a code in a column of its own contradicts the township read from the name; else null.
create or replace macro township_code_conflict(code_cell, known) as
    case
        when clean(code_cell) is null or known is null then null
        when read_township_by_code(code_cell) = known then null
        when township_code(code_cell) = '' then '“' || clean(code_cell) || '”不是区划代码'
        else township_code_readings(township_code(code_cell))
            || '，与名称“'
            || (
                select min(own.name)
                -- Renamed: a caller's column ref_area must not be taken for the table's.
                from (select ref_area as area, name_zh as name from reference.township) as own
                where own.area = known
            )
            || '”不符或无法判断'
    end;

create or replace macro read_community(cell, township_cell) as
    (
        select case when min(community) = max(community) then min(community) end
        from reference.community
        where clean(name_zh) = clean(cell) and ref_area = read_township(township_cell)
    );
