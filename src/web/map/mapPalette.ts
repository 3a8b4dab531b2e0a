import type { AlarmPriority } from '#kernel/alarm/alarm.ts';
import type { Mood } from '#web/theme/tokens.ts';

// Colours of the map in the two moods. Saturated colour is kept for alarm priority and warning level; everything that is
// only there for orientation (land, water, roads, names) stays grey or near it.

export interface MapPalette {
  background: string;
  land: string;
  outline: string;
  division: string;
  water: string;
  waterFill: string;
  road: string;
  rail: string;
  contour: string;
  place: string;
  text: string;
  textQuiet: string;
  halo: string;
  symbolEdge: string;
  normal: string;
  noData: string;
  unknown: string;
  incident: string;
  incidentInk: string;
  selection: string;
  cluster: string;
  clusterText: string;
}

const desk: MapPalette = {
  background: '#0b1622',
  land: '#101f30',
  outline: '#5b7a99',
  division: '#41607f',
  water: '#2f5f86',
  waterFill: '#173652',
  road: '#3d5166',
  rail: '#4a5a6b',
  contour: '#1d3347',
  place: '#8ea2b6',
  text: '#e6eef6',
  textQuiet: '#b3c3d3',
  halo: '#0b1622',
  symbolEdge: '#0b1622',
  normal: '#79b8aa',
  noData: '#8ea2b6',
  unknown: '#b3c3d3',
  incident: '#e6eef6',
  incidentInk: '#0b1622',
  selection: '#ffffff',
  cluster: '#1f3449',
  clusterText: '#e6eef6',
};

const office: MapPalette = {
  background: '#e9edf1',
  land: '#fbfcfd',
  outline: '#5d7288',
  division: '#9cadbd',
  water: '#86b4d8',
  waterFill: '#d6e7f3',
  road: '#cfc6b8',
  rail: '#a3a9b0',
  contour: '#e3e0d8',
  place: '#6d7f91',
  text: '#1b2a38',
  textQuiet: '#45586a',
  halo: '#ffffff',
  symbolEdge: '#ffffff',
  normal: '#2f8574',
  noData: '#6d7f91',
  unknown: '#45586a',
  incident: '#1b2a38',
  incidentInk: '#ffffff',
  selection: '#101f30',
  cluster: '#e3ebf2',
  clusterText: '#1b2a38',
};

export const mapPalettes: Record<Mood, MapPalette> = { desk, office };

export const priorityFills: Record<AlarmPriority, string> = { critical: '#ff4d52', high: '#ff9233', medium: '#ffd23f', low: '#3d8bff' };
