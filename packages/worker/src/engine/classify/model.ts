import { readSnapshot, unpackText } from '../text/snapshot.ts'
import type { Vocabulary } from './vectors.ts'

export const MAGIC = 'FSM1'

/** What a snapshot of a trained playbook says about itself. */
export interface ModelHeader {
  ids: string[]
  /** Languages of the examples, most frequent first. */
  languages: string[]
  unseenIdf: number
  threshold: number
}
/** A trained playbook version, opened: typed views over its blob; texts are decoded when one is asked for. */
export interface ScenarioModel extends ModelHeader {
  vocabulary: Vocabulary
  /** Per feature, where its weights start. */
  weightStart: Uint32Array
  weightClass: Uint16Array
  weight: Int8Array
  weightScale: Float32Array
  bias: Float32Array
  /** Per stem, where its examples start; the value of the stem in each, times 255. */
  exampleStart: Uint32Array
  exampleId: Uint16Array
  exampleValue: Uint8Array
  exampleClass: Uint16Array
  exampleText(at: number): string
  bytes: number
}

/** Opens a blob of `trainScenarios`. Throws `SnapshotError` on other bytes. */
export function openModel(blob: Uint8Array): ScenarioModel {
  const { header, section } = readSnapshot(MAGIC, blob)
  const about = header as ModelHeader
  const texts = section.u8('texts')
  const offsets = section.u32('textOffsets')
  return {
    ...about,
    vocabulary: { keys: section.u32('keys'), idf: section.f32('idf'), unseenIdf: about.unseenIdf },
    weightStart: section.u32('weightStart'),
    weightClass: section.u16('weightClass'),
    weight: section.i8('weight'),
    weightScale: section.f32('weightScale'),
    bias: section.f32('bias'),
    exampleStart: section.u32('exampleStart'),
    exampleId: section.u16('exampleId'),
    exampleValue: section.u8('exampleValue'),
    exampleClass: section.u16('exampleClass'),
    exampleText: (at) => unpackText(texts, offsets, at),
    bytes: blob.byteLength,
  }
}
