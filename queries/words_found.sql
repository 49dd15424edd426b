-- One row per word of a vocabulary that is found in one extract.
select
    column_name,
    word
from reference.extract_word
where extract = $extract
order by column_name, word
