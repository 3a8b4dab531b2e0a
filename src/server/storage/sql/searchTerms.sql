-- Words of a text for the keyword index: every character and every pair of neighbouring characters of a Chinese run, and
-- every word of letters and digits in lower case. So a term of two characters is one entry of a GIN index, where trigrams
-- would find nothing. Indexes are built on it: what it returns for a text must never change.
create or replace function anlan_terms(source text) returns tsvector
language sql immutable strict parallel safe cost 20000 as $$
  select array_to_tsvector(coalesce(array_agg(distinct term), '{}')) from (
    select (regexp_matches(lower(source), '[[:alnum:]]+', 'g'))[1] as term
    union all
    select substr(run, place, width)
    from (select (regexp_matches(source, '[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+', 'g'))[1] as run) as runs,
      generate_series(1, length(run)) as place, generate_series(1, 2) as width
    where place + width - 1 <= length(run)
  ) as terms
  where octet_length(term) <= 200
$$;

--> statement-breakpoint

-- Records whose indexed text holds every term, at most `most` of them, of any area. Row level security forbids the planner
-- to use the index for a condition that is not leakproof; this function may, and gives ids only, which the caller's own
-- query then reads under row level security. Without the index it would split every text anew, hence no sequential scan. Only tables with an index `<table>_search` can be asked.
create or replace function anlan_matches(table_name text, terms tsquery, most integer) returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp
  set enable_seqscan = off set enable_bitmapscan = on set max_parallel_workers_per_gather = 0 as $$
begin
  return query execute format('select id from %I where %s @@ $1 limit $2', table_name,
    pg_get_indexdef(to_regclass(format('%I', table_name || '_search')), 1, true)) using terms, most;
end
$$;

--> statement-breakpoint

revoke all on function anlan_matches(text, tsquery, integer) from public;

--> statement-breakpoint

grant execute on function anlan_matches(text, tsquery, integer) to anlan_app;
