-- Byte-wise "below" and "at or above" for policies of large tables. They are the functions of < and >= on text and differ in
-- one thing: what share of the rows they keep is estimated as nearly all (neqsel), where < and >= compared with a value
-- unknown at planning are taken to keep a two-hundredth.
do $$ begin
  if to_regoperator('public.<|(text,text)') is null then
    create operator public.<| (leftarg = text, rightarg = text, function = text_lt, restrict = neqsel);
  end if;
  if to_regoperator('public.>=|(text,text)') is null then
    create operator public.>=| (leftarg = text, rightarg = text, function = text_ge, restrict = neqsel);
  end if;
end $$;
