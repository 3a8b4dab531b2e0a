import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Text } from '#kernel/language/text.ts';
import { api } from './client.ts';

/** Terrain on file, which models name as `raster:<id>`. */
export interface RasterOnFile {
  id: string;
  label: Text;
  columns: number;
  rows: number;
  bbox: [number, number, number, number];
  source: string;
  demo: boolean;
}

export function useRasters(): UseQueryResult<RasterOnFile[]> {
  return useQuery({
    queryKey: ['base', 'rasters'],
    queryFn: async ({ signal }) => (await api.get<{ items: RasterOnFile[] }>('/base/rasters', { signal })).items,
  });
}
