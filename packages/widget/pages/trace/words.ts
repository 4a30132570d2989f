import type { Evidence, TraceStep } from '@foyer/sdk'
import { fill } from '../../src/strings/strings.ts'

/** The words of the trace page; reasons and labels come from the service as they are. */
interface TraceWords {
  lang: string
  dir: 'ltr' | 'rtl'
  title: string
  asked: string
  understood: string
  recognised: string
  heard: string
  said: string
  verdict: Record<TraceStep['verdict'], string>
  tier: Record<string, string>
  picture: string
  evidence: string
  found: string
  fact: string
  computed: string
  playbook: string
  fixed: string
  tool: string
  open: string
  beat: string
  used: string
  rejected: string
  waits: string
  counted: string
  noWaits: string
  versions: string
  engine: string
  playbookVersion: string
  knowledge: string
  cost: string
  free: string
  tokens: string
  clock: string
  missing: string
  expired: string
  failed: string
}

const en: TraceWords = {
  lang: 'en',
  dir: 'ltr',
  title: 'Why it said that',
  asked: 'The visitor asked',
  understood: 'Understood as: {asked}',
  recognised: 'This number had called before. It chose the language the call began in, and nothing that was said.',
  heard: 'Question',
  said: 'Answer',
  verdict: { answered: 'answered', passed: 'passed it on', failed: 'failed', skipped: 'not asked' },
  tier: { rules: 'Rules', semantic: 'Scenarios', llm: 'Language model', extractive: 'Your pages', none: 'Nobody knew' },
  picture: 'The way of the question',
  evidence: 'What it leans on',
  found: 'On the page “{title}”',
  fact: 'Fact: {label}',
  computed: 'Computed: {what}',
  playbook: 'Your own words: scenario “{scenario}”, playbook version {version}',
  fixed: 'Foyer’s own sentence ({name})',
  tool: 'Answered by your tool “{name}”: {text}',
  open: 'Open the page',
  beat: 'What else came into question',
  used: 'used',
  rejected: 'Not let out',
  waits: 'Time spent waiting',
  counted: 'Work that was counted',
  noWaits: 'Nothing was waited for.',
  versions: 'Made with',
  engine: 'Engine',
  playbookVersion: 'Playbook version',
  knowledge: 'Knowledge revision',
  cost: 'Cost',
  free: 'nothing: no model was asked',
  tokens: '{in} tokens read, {out} written',
  clock: 'Answered for',
  missing: 'This page is opened from an answer: press “Why?” beneath it.',
  expired: 'This link has run out: it is good for one minute. Go back to the conversation and press “Why?” again.',
  failed: 'The record could not be read. Reload the page to try again.',
}

const es: TraceWords = {
  lang: 'es',
  dir: 'ltr',
  title: 'Por qué respondió eso',
  asked: 'La persona preguntó',
  understood: 'Se entendió como: {asked}',
  recognised: 'Este número ya había llamado. Eso eligió el idioma en que empezó la llamada, y nada de lo que se dijo.',
  heard: 'Pregunta',
  said: 'Respuesta',
  verdict: { answered: 'respondió', passed: 'lo pasó', failed: 'falló', skipped: 'no se consultó' },
  tier: {
    rules: 'Reglas',
    semantic: 'Escenarios',
    llm: 'Modelo de lenguaje',
    extractive: 'Sus páginas',
    none: 'Nadie supo',
  },
  picture: 'El camino de la pregunta',
  evidence: 'En qué se apoya',
  found: 'En la página «{title}»',
  fact: 'Dato: {label}',
  computed: 'Calculado: {what}',
  playbook: 'Sus propias palabras: escenario «{scenario}», versión {version}',
  fixed: 'Frase propia de Foyer ({name})',
  tool: 'Respondido por su herramienta «{name}»: {text}',
  open: 'Abrir la página',
  beat: 'Qué más se consideró',
  used: 'usado',
  rejected: 'Lo que no se dejó decir',
  waits: 'Tiempo de espera',
  counted: 'Trabajo contado',
  noWaits: 'No se esperó nada.',
  versions: 'Hecho con',
  engine: 'Motor',
  playbookVersion: 'Versión del guion',
  knowledge: 'Revisión del conocimiento',
  cost: 'Costo',
  free: 'nada: no se consultó ningún modelo',
  tokens: '{in} tokens leídos, {out} escritos',
  clock: 'Respondido para',
  missing: 'Esta página se abre desde una respuesta: pulse «¿Por qué?» debajo de ella.',
  expired: 'Este enlace venció: dura un minuto. Vuelva a la conversación y pulse «¿Por qué?» otra vez.',
  failed: 'No se pudo leer el registro. Recargue la página para intentar de nuevo.',
}

const ar: TraceWords = {
  lang: 'ar',
  dir: 'rtl',
  title: 'لماذا قال ذلك',
  asked: 'سأل الزائر',
  understood: 'فُهم على أنه: {asked}',
  recognised: 'اتصل هذا الرقم من قبل. حدّد ذلك لغة بداية المكالمة، ولا شيء مما قيل.',
  heard: 'السؤال',
  said: 'الجواب',
  verdict: { answered: 'أجاب', passed: 'مرّره', failed: 'تعذّر', skipped: 'لم يُسأل' },
  tier: {
    rules: 'القواعد',
    semantic: 'السيناريوهات',
    llm: 'النموذج اللغوي',
    extractive: 'صفحاتك',
    none: 'لم يعرف أحد',
  },
  picture: 'طريق السؤال',
  evidence: 'على ماذا يستند',
  found: 'في صفحة «{title}»',
  fact: 'معلومة: {label}',
  computed: 'محسوب: {what}',
  playbook: 'كلماتك أنت: سيناريو «{scenario}»، النسخة {version}',
  fixed: 'جملة من Foyer ({name})',
  tool: 'أجابت به أداتك «{name}»: {text}',
  open: 'افتح الصفحة',
  beat: 'ما الذي نُظر فيه أيضاً',
  used: 'استُخدم',
  rejected: 'ما لم يُسمح بقوله',
  waits: 'وقت الانتظار',
  counted: 'العمل المعدود',
  noWaits: 'لم يُنتظر شيء.',
  versions: 'صُنع بواسطة',
  engine: 'المحرك',
  playbookVersion: 'نسخة دليل الردود',
  knowledge: 'مراجعة المعرفة',
  cost: 'التكلفة',
  free: 'لا شيء: لم يُسأل أي نموذج',
  tokens: 'قُرئ {in} رمزاً وكُتب {out}',
  clock: 'أُجيب عنه لوقت',
  missing: 'تُفتح هذه الصفحة من إجابة: اضغط «لماذا؟» تحتها.',
  expired: 'انتهت صلاحية هذا الرابط: مدته دقيقة واحدة. عُد إلى المحادثة واضغط «لماذا؟» مرة أخرى.',
  failed: 'تعذرت قراءة السجل. أعد تحميل الصفحة.',
}

export function traceWords(tags: readonly string[]): TraceWords {
  for (const tag of tags) {
    const known = { en, es, ar }[tag.slice(0, 2)]
    if (known !== undefined) return known
  }
  return en
}

export type { TraceWords }

/** What an evidence is, in a line. */
export function evidenceWords(evidence: Evidence, words: TraceWords): string {
  switch (evidence.kind) {
    case 'passage':
      return fill(words.found, { title: evidence.quote.title })
    case 'fact':
      return fill(words.fact, { label: evidence.label })
    case 'computed':
      return fill(words.computed, { what: evidence.what })
    case 'playbook':
      return fill(words.playbook, { scenario: evidence.scenarioId, version: String(evidence.version) })
    case 'fixed':
      return fill(words.fixed, { name: evidence.name })
    case 'tool':
      return fill(words.tool, { name: evidence.name, text: evidence.text })
    default:
      return evidence satisfies never
  }
}
