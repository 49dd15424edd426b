-- 找一个词出现在哪些列：把“补助”换成要找的词
select
    contract as 数据,
    name as 列名,
    name_zh as 中文表头,
    meaning_zh as 含义
from contract_column
where concat(name_zh, meaning_zh) like '%补助%'
order by contract, position
