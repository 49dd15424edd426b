-- How a cell's text becomes a value. Each macro returns null for what it cannot read; the intake
-- then refuses the row and says so. Runs in DuckDB only: intake is the one reader of files.
-- Cheap patterns stand first: almost every cell is already as it should be, and millions are read.

-- What does not print but is pasted along with text: nulls, zero-width spaces, byte-order marks.
create or replace macro unprinted() as
    '\x00\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2060}\x{FEFF}';

create or replace macro is_filled(cell) as
    regexp_matches(cell, '[^\x00-\x20\x{A0}\x{3000}' || unprinted() || ']');

-- Without what does not print, the space around it, and the apostrophe our own files put before
-- what a spreadsheet would take for a formula.
create or replace macro tidy(cell) as
    nullif(
        regexp_replace(
            trim(
                translate(
                    regexp_replace(cell, '[' || unprinted() || ']', '', 'g'),
                    '　' || chr(160),
                    '  '
                ),
                E' \t\r\n'
            ),
            '^''([-=+@])',
            '\1'
        ),
        ''
    );

-- For names and words: inner spaces, full-width letters and brackets stay as they are.
create or replace macro is_plain_text(cell) as
    regexp_full_match(
        cell,
        '[^\x00-\x20''\x{A0}\x{3000}' || unprinted() || ']'
        || '([^\x{A0}\x{3000}' || unprinted() || ']*'
        || '[^\x00-\x20\x{A0}\x{3000}' || unprinted() || '])?'
    );

create or replace macro read_text(cell) as
    case
        when is_plain_text(cell) then cell
        when is_filled(cell) then tidy(cell)
    end;

create or replace macro half_width(text) as
    translate(
        text,
        '０１２３４５６７８９．，：－−／（）'
        || 'ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ',
        '0123456789.,:--/()ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
    );

-- For numbers, dates, codes and whatever is looked up: full-width characters become half-width.
create or replace macro is_clean(cell) as
    regexp_full_match(cell, '[!-&(-~\p{Han}][!-~\p{Han}]*');

create or replace macro clean(cell) as
    case
        when is_clean(cell) then cell
        when is_filled(cell) then half_width(tidy(cell))
    end;

-- From here on `text` is a cell that clean() has been through: each macro is expanded where it
-- stands, so that cleaning inside every one of them would be planned, and paid for, many times.

-- A number's text without thousands separators. A unit, a currency sign, brackets for a negative
-- number and 1.2E+05 are refused: the last has already lost its digits.
create or replace macro plain_number(text) as
    case
        when regexp_full_match(text, '-?[1-9][0-9]{0,2}(,[0-9]{3})+([.][0-9]+)?')
            then replace(text, ',', '')
        else text
    end;

create or replace macro integer_of(text) as
    case
        when regexp_full_match(plain_number(text), '-?[0-9]+([.]0+)?')
            then try_cast(plain_number(text) as bigint)
    end;

-- Whole cents: a third decimal that is not zero is a mistake, and rounding would hide it.
create or replace macro decimal_of(text) as
    case
        when regexp_full_match(plain_number(text), '-?[0-9]+([.][0-9]{1,2}0*)?')
            then try_cast(plain_number(text) as decimal(18, 2))
    end;

create or replace macro number_of(text) as
    case
        when regexp_full_match(plain_number(text), '-?[0-9]{1,18}([.][0-9]+)?')
            then try_cast(plain_number(text) as double)
    end;

-- A number in the heading's unit (万元: factor 10000), multiplied exactly: widths of 26 and 12
-- digits cannot overflow 38.
create or replace macro scaled(text, factor) as
    case
        when regexp_full_match(plain_number(text), '-?[0-9]{1,16}([.][0-9]{1,10}0*)?')
            then try_cast(plain_number(text) as decimal(26, 10)) * cast(factor as decimal(12, 2))
    end;

create or replace macro integer_by(text, factor) as
    case
        when try_cast(scaled(text, factor) as bigint) = scaled(text, factor)
            then try_cast(scaled(text, factor) as bigint)
    end;

create or replace macro decimal_by(text, factor) as
    case
        when try_cast(scaled(text, factor) as decimal(18, 2)) = scaled(text, factor)
            then try_cast(scaled(text, factor) as decimal(18, 2))
    end;

create or replace macro number_by(text, factor) as cast(scaled(text, factor) as double);

-- Years 1900 to 2100. A time of day is let pass only at midnight. Five digits are a spreadsheet's
-- count of days (1900 system), taken between 1950 and 2099 only.
create or replace macro date_of(text) as
    case
        when regexp_full_match(
            text,
            '(19[0-9]{2}|20[0-9]{2}|2100)'
            || '(-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|[.][0-9]{1,2}[.][0-9]{1,2}'
            || '|年[0-9]{1,2}月[0-9]{1,2}日?)'
            || '([ T]0?0:00(:00([.]0+)?)?)?'
        ) then try_cast(
            regexp_replace(
                text, '^([0-9]{4})[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2}).*$', '\1-\2-\3'
            ) as date
        )
        when regexp_full_match(text, '(19[0-9]{2}|20[0-9]{2}|2100)[0-9]{4}')
            then try_cast(text[1:4] || '-' || text[5:6] || '-' || text[7:8] as date)
        when regexp_full_match(text, '[0-9]{5}([.]0+)?')
            and cast(text[1:5] as integer) between 18264 and 73050
            then date '1899-12-30' + cast(text[1:5] as integer)
    end;

-- A whole date is a month only on its first day: spreadsheets turn 2024-08 into 2024-08-01. 2024.1
-- is refused: as a number it is what becomes of 2024.10.
create or replace macro month_of(text) as
    case
        when regexp_full_match(
            text,
            '(19[0-9]{2}|20[0-9]{2}|2100)'
            || '(-[0-9]{1,2}|/[0-9]{1,2}|[.]([0-9]{2}|[2-9])|年[0-9]{1,2}月?)'
        ) then try_cast(
            regexp_replace(text, '^([0-9]{4})[-/.年]([0-9]{1,2})月?$', '\1-\2-01') as date
        )
        when regexp_full_match(text, '(19[0-9]{2}|20[0-9]{2}|2100)[0-9]{2}')
            then try_cast(text[1:4] || '-' || text[5:6] || '-01' as date)
        when day(date_of(text)) = 1 then date_of(text)
    end;

create or replace macro boolean_of(text) as
    case
        when lower(text) in ('是', '有', '1', 'true', 'y', 'yes') then true
        when lower(text) in ('否', '无', '0', 'false', 'n', 'no') then false
    end;

-- The contract writes its words half-width.
create or replace macro vocabulary_of(text) as text;

-- GB 32100-2015: the 18th character follows from the first 17, each weighted by 3^(i-1) mod 31.
create or replace macro credit_code_of(text) as
    case
        when regexp_full_match(upper(text), '[0-9A-HJ-NPQRTUWXY]{18}')
            and (
                31 - list_sum(
                    list_transform(
                        range(1, 18),
                        lambda i: (instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(upper(text), i, 1)) - 1)
                        * [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28][i]
                    )
                ) % 31
            ) % 31 = instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(upper(text), 18, 1)) - 1
            then upper(text)
    end;

-- Why a cell is refused, where more can be said than that it is none of its kind; else null.
create or replace macro integer_cause(text) as
    case
        when regexp_full_match(text, '-?[0-9]+([.][0-9]+)?[eE][-+]?[0-9]+')
            then '是科学计数法，表格软件已丢掉后面的数字'
        when regexp_full_match(text, '[¥￥$]-?[0-9.,]+|-?[0-9.,]+ ?[\p{Han}㎡]{1,4}')
            then '数字带有单位'
    end;

create or replace macro decimal_cause(text) as
    case
        when regexp_full_match(plain_number(text), '-?[0-9]+[.][0-9]{2}[0-9]*[1-9]0*')
            then '小数多于两位'
        else integer_cause(text)
    end;

create or replace macro month_cause(text) as
    case
        when date_of(text) is not null then '是某一天，不是月份'
        when regexp_full_match(text, '[0-9]{4}[.]1') then '可能是1月，也可能是10月'
        when regexp_full_match(text, '[A-Za-z]{3}-[0-9]{2}')
            then '表格软件改成了英文月份，分不清年和日'
    end;
