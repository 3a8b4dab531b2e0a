import type { RegisterDeclaration } from '#kernel/register/register.ts';
import { crsList } from './crs.ts';
import { defaultLimit, isQueryable, mostLimit } from './itemsQuery.ts';

// Landing page, conformance, collections and API definition of OGC API Features 1.0 (OGC 17-069r4).

export interface Link {
  href: string;
  rel: string;
  type: string;
  title: string;
}

const json = 'application/json';
export const geoJson = 'application/geo+json';

export function landingPage(base: string, county: string): object {
  return {
    title: `安澜 ${county}`,
    description: 'Located registers of the county / 县内带位置的台账',
    links: [
      link(`${base}/`, 'self', json, 'This document'),
      link(`${base}/api`, 'service-desc', 'application/vnd.oai.openapi+json;version=3.0', 'API definition'),
      link(`${base}/conformance`, 'conformance', json, 'Conformance classes'),
      link(`${base}/collections`, 'data', json, 'Collections'),
    ],
  };
}

export const conformance = {
  conformsTo: [
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/geojson',
    'http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/oas30',
    'http://www.opengis.net/spec/ogcapi-features-2/1.0/conf/crs',
  ],
};

export function collectionOf(base: string, declaration: RegisterDeclaration, bbox: readonly number[]): object {
  const url = `${base}/collections/${declaration.id}`;
  return {
    id: declaration.id,
    title: `${declaration.label.zh} ${declaration.label.en}`,
    itemType: 'feature',
    extent: { spatial: { bbox: [bbox], crs: crsList[0].uri } },
    crs: crsList.map(({ uri }) => uri),
    storageCrs: crsList[0].uri,
    links: [link(url, 'self', json, declaration.label.en), link(`${url}/items`, 'items', geoJson, declaration.label.en)],
  };
}

export function collections(base: string, declarations: readonly RegisterDeclaration[], bbox: readonly number[]): object {
  return {
    links: [link(`${base}/collections`, 'self', json, 'This document')],
    crs: crsList.map(({ uri }) => uri),
    collections: declarations.map((declaration) => collectionOf(base, declaration, bbox)),
  };
}

export function apiDefinition(base: string, declarations: readonly RegisterDeclaration[], version: string): object {
  const answer = (description: string, type: string) => ({
    200: { description, content: { [type]: { schema: { type: 'object' } } } },
    400: { description: 'A parameter is not right' },
  });
  const text = { type: 'string' };
  const parameter = (name: string, schema: object) => ({ name, in: 'query', required: false, schema, style: 'form', explode: false });
  const shared = [
    parameter('limit', { type: 'integer', minimum: 1, maximum: mostLimit, default: defaultLimit }),
    parameter('bbox', {
      type: 'array',
      oneOf: [
        { minItems: 4, maxItems: 4 },
        { minItems: 6, maxItems: 6 },
      ],
      items: { type: 'number' },
    }),
    parameter('datetime', text),
    parameter('crs', { type: 'string', format: 'uri' }),
    parameter('bbox-crs', { type: 'string', format: 'uri' }),
  ];
  const paths: Record<string, object> = {
    '/': { get: { operationId: 'getLandingPage', responses: answer('Landing page', json) } },
    '/conformance': { get: { operationId: 'getConformance', responses: answer('Conformance classes', json) } },
    '/collections': { get: { operationId: 'getCollections', responses: answer('Collections', json) } },
  };
  for (const declaration of declarations) {
    const own = Object.keys(declaration.fields).filter((name) => isQueryable(declaration, name));
    const at = `/collections/${declaration.id}`;
    paths[at] = { get: { operationId: `describe_${declaration.id}`, responses: answer(declaration.label.en, json) } };
    paths[`${at}/items`] = {
      get: {
        operationId: `items_${declaration.id}`,
        parameters: [...shared, ...own.map((name) => parameter(name, text))],
        responses: answer(declaration.label.en, geoJson),
      },
    };
    paths[`${at}/items/{featureId}`] = {
      get: {
        operationId: `item_${declaration.id}`,
        parameters: [{ name: 'featureId', in: 'path', required: true, schema: text }, shared[3]],
        responses: answer(declaration.singular.en, geoJson),
      },
    };
  }
  return { openapi: '3.0.3', info: { title: 'Anlan OGC API Features', version }, servers: [{ url: base }], paths };
}

export function link(href: string, rel: string, type: string, title: string): Link {
  return { href, rel, type, title };
}
