-- One row per finding, as its rule's SELECT returned it. `subject` names the case by its keys, so that
-- the same case has the same id after a rebuild; it may name a person and is never published.
create table found (
    rule varchar,
    ref_area varchar,
    time_period varchar,
    subject varchar,
    extract varchar,
    indicator varchar,
    evidence_zh varchar,
    places struct(file varchar, line bigint)[]
);

create or replace macro month_zh(date) as
    year(date) || '年' || month(date) || '月';

create or replace macro amount_zh(value) as
    case
        when abs(value) >= 10000 then printf('%.2f万', value / 10000)
        else cast(cast(round(value) as bigint) as varchar)
    end;

create or replace macro change_zh(ratio) as
    case
        when round(ratio, 3) = 0 then '0.0%'
        else replace(printf('%+.1f%%', ratio * 100), '-', '−')
    end;
