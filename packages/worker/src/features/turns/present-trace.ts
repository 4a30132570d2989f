import type { PassageIndex } from '../../engine/retrieve/index.ts'
import { type messages, presentMessage, type turns } from '../conversations/index.ts'
import type { TraceOut } from './schema.ts'
import { presentVoice, type VoiceRecord } from './spoken.ts'
import { engineVersion, type TraceRecord } from './trace.ts'

type MessageRow = typeof messages.$inferSelect

/** The record with its references resolved: passages are read from the revision the turn was answered with. */
export function presentTrace(
  turn: typeof turns.$inferSelect,
  said: readonly MessageRow[],
  record: TraceRecord | null,
  index: PassageIndex | null,
): TraceOut {
  const question = said
    .filter((message) => message.author === 'visitor')
    .map((message) => message.text)
    .join('\n')
  const reply = said.find((message) => message.author === 'assistant')
  return {
    turnId: turn.id,
    conversationId: turn.conversationId,
    state: turn.state,
    question,
    asked: record?.asked ?? question,
    answer: reply?.text ?? '',
    tier: turn.tier,
    kind: turn.kind,
    confidence: turn.confidence,
    lang: turn.lang,
    at: turn.createdAt.toISOString(),
    clock: record?.clock ?? turn.createdAt.toISOString(),
    recognised: record?.inputs?.recognised === true,
    versions: {
      engine: record?.engine ?? engineVersion,
      playbook: record?.playbook ?? 0,
      playbookVersionId: record?.playbookVersionId ?? '',
      knowledgeRevision: record?.revision ?? 0,
    },
    steps: record?.steps ?? [],
    sentences: reply === undefined ? [] : presentMessage(reply).sentences,
    rejected: record?.rejected ?? [],
    waits: record?.waits ?? [],
    passages: record === null || index === null ? [] : resolve(record, index),
    voice: presentVoice(turn.voice as VoiceRecord | null, record?.hurried ?? '', reply?.heard ?? null),
    usage: record?.usage ?? { tokensIn: 0, tokensOut: 0, costMicros: 0 },
  }
}

function resolve(record: TraceRecord, index: PassageIndex): TraceOut['passages'] {
  const wanted = new Map(record.passages.map(({ id, score }) => [id, score]))
  const found: TraceOut['passages'] = []
  for (let at = 0; at < index.passageCount && found.length < wanted.size; at++) {
    const passage = index.passage(at)
    const score = wanted.get(passage.id)
    if (score === undefined) continue
    const { documentId, versionId, url, title, anchor, lang, text, start, end } = passage
    found.push({
      passageId: passage.id,
      score,
      quote: { documentId, versionId, url, title, anchor, lang, text, start, end },
    })
  }
  return found.toSorted((a, b) => b.score - a.score)
}
