import type { APIRoute } from 'astro';
import { chartTables } from '../../queries.ts';
import type { ChartTable } from '../../queries/chart-data.ts';
import { writeCsv } from '../../write-csv.ts';

export const getStaticPaths = async () =>
  (await chartTables()).map(({ name, rows }) => ({ params: { name }, props: { rows } }));

export const GET: APIRoute<Pick<ChartTable, 'rows'>> = ({ props }) =>
  new Response(writeCsv(props.rows), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
