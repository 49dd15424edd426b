-- Boards and targets that name an indicator nobody declared.
select indicator from (
    select indicator from reference.board
    union
    select indicator from reference.target
    union
    select indicator from reference.reconciliation
) as named
anti join (select id as indicator from indicator) as declared using (indicator)
