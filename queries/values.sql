-- How a cell's text becomes a value. Each macro returns null for what it cannot read; the intake
-- then refuses the row and says so. Runs in DuckDB only: intake is the one reader of CSV.

create or replace macro clean(cell) as
    nullif(
        trim(
            translate(
                cell,
                '０１２３４５６７８９．，－／（）　ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ',
                '0123456789.,-/() ABCDEFGHIJKLMNOPQRSTUVWXYZ'
            )
        ),
        ''
    );

create or replace macro read_text(cell) as nullif(trim(replace(cell, '　', ' ')), '');

create or replace macro digits(cell) as
    case
        when regexp_full_match(clean(cell), '-?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?')
            then replace(clean(cell), ',', '')
        else clean(cell)
    end;

create or replace macro read_integer(cell) as
    case
        when regexp_full_match(digits(cell), '-?[0-9]+([.]0+)?') then try_cast(digits(cell) as bigint)
    end;

create or replace macro read_decimal(cell) as
    case
        when regexp_full_match(digits(cell), '-?[0-9]+([.][0-9]+)?')
            then try_cast(digits(cell) as decimal(18, 2))
    end;

create or replace macro read_number(cell) as
    case
        when regexp_full_match(digits(cell), '-?[0-9]+([.][0-9]+)?') then try_cast(digits(cell) as double)
    end;

create or replace macro read_date(cell) as
    case
        when regexp_full_match(clean(cell), '[0-9]{8}')
            then cast(try_strptime(clean(cell), '%Y%m%d') as date)
        when regexp_full_match(clean(cell), '[0-9]{4}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?')
            then cast(
                try_strptime(rtrim(translate(clean(cell), '/.年月', '----'), '日'), '%Y-%m-%d') as date
            )
    end;

create or replace macro read_month(cell) as
    case
        when regexp_full_match(clean(cell), '[0-9]{6}')
            then cast(try_strptime(clean(cell), '%Y%m') as date)
        when regexp_full_match(clean(cell), '[0-9]{4}[-/.年][0-9]{1,2}月?')
            then cast(
                try_strptime(rtrim(translate(clean(cell), '/.年', '---'), '月'), '%Y-%m') as date
            )
    end;

create or replace macro read_boolean(cell) as
    case
        when lower(clean(cell)) in ('是', '有', '1', 'true', 'y', 'yes') then true
        when lower(clean(cell)) in ('否', '无', '0', 'false', 'n', 'no') then false
    end;

create or replace macro read_vocabulary(cell) as read_text(cell);

-- GB 32100-2015: the 18th character follows from the first 17, each weighted by 3^(i-1) mod 31.
create or replace macro read_credit_code(cell) as
    case
        when regexp_full_match(upper(clean(cell)), '[0-9A-HJ-NPQRTUWXY]{18}')
            and (
                31 - list_sum(
                    list_transform(
                        range(1, 18),
                        lambda i: (instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(upper(clean(cell)), i, 1)) - 1)
                        * [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28][i]
                    )
                ) % 31
            ) % 31 = instr('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(upper(clean(cell)), 18, 1)) - 1
            then upper(clean(cell))
    end;
