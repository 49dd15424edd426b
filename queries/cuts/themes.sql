-- One row per theme.
select theme, name_zh, group_zh, position, question_zh from reference.theme order by position
