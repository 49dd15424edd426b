-- A township is known by its name, through the aliases. Codes have two published lists (of the
-- statistics bureau, which is ours, and of the civil-affairs ministry) that swap two townships: a
-- code beside a name must be the name's in our list, a code alone must be the same in both.
-- `text` is a cell that clean() has been through. A macro's inner columns must not bear names that
-- a caller's columns bear too (ref_area, name): the inner one would be taken for the caller's.

-- Nine digits, or twelve that end in 000; any other run of digits as it is, to be found nowhere.
create or replace macro code_in(text) as
    regexp_replace(regexp_extract(text, '[0-9]{6,}'), '^([0-9]{9})000$', '\1');

-- What is left beside a code at either end: 330482001 当湖街道, 当湖街道（330482001）.
create or replace macro name_in(text) as
    regexp_replace(
        text, '^[ (]*[0-9]{6,}([.]0+)?[ ):_/-]*|[ (:_/-]*[0-9]{6,}([.]0+)?[ )]*$', ''
    );

-- One row per way of naming a township that names no other: an alias, a code both lists agree on,
-- or an alias and its code beside each other.
create or replace table township_spelling as
with spelling as (
    select clean(alias) || '|' as spelling, ref_area from reference.township_alias
    union all
    select '|' || code_nbs as spelling, ref_area from reference.township where code_nbs = code_mca
    union all
    select
        clean(township_alias.alias) || '|' || township.code_nbs as spelling,
        township.ref_area
    from reference.township_alias
    inner join reference.township on township_alias.ref_area = township.ref_area
)

select
    spelling,
    min(ref_area) as spelt_area
from spelling
group by spelling
having min(ref_area) = max(ref_area);

create or replace macro township_of(text) as
    (
        select spelt_area
        from township_spelling
        where
            spelling = case
                when regexp_matches(text, '[0-9]{6}') then name_in(text) || '|' || code_in(text)
                else text || '|'
            end
    );

-- One row per code of our list.
create or replace table township_code as
select
    code_nbs as listed_code,
    ref_area as listed_area
from reference.township;

-- A code in a column of its own: kept where it is that of the township the name names.
create or replace macro township_code_of(text, area) as
    case
        when area is null then text
        when area = (select listed_area from township_code where listed_code = code_in(text))
            then text
    end;

-- One row per village or community whose name is unique in its township.
create or replace table community_spelling as
select
    clean(name_zh) as spelling,
    ref_area as within_area,
    min(community) as spelt_community
from reference.community
group by clean(name_zh), ref_area
having count(*) = 1;

create or replace macro community_of(text, area) as
    (
        select spelt_community
        from community_spelling
        where spelling = text and within_area = area
    );

-- What both lists say of a code, in Chinese.
create or replace macro code_readings(code) as
    '代码' || code || '在统计用区划代码中'
    || coalesce('是' || (select min(name_zh) from reference.township where code_nbs = code), '没有')
    || '，在民政区划代码中'
    || coalesce('是' || (select min(name_zh) from reference.township where code_mca = code), '没有');

-- Why a cell with a code in it is refused; null where the code is not the trouble.
create or replace macro township_cause(text) as
    case
        when code_in(text) <> '' and township_of(text) is null
            then code_readings(code_in(text)) || case
                when name_in(text) = '' then '，无法判断是哪个镇街道'
                else '，与名称“' || name_in(text) || '”不符或无法判断'
            end
    end;

create or replace macro township_code_cause(text) as
    case
        when code_in(text) = '' then '“' || text || '”不是区划代码'
        else code_readings(code_in(text)) || '，与镇街道名称不符或无法判断'
    end;
