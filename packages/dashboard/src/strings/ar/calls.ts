import type { CallsWords } from '../words/calls.ts'

export const calls: CallsWords = {
  title: 'المكالمات',
  outcome: 'كيف انتهت',
  all: 'كل المكالمات',
  outcomes: {
    running: 'جارية',
    visitor_hung_up: 'أنهاها الزائر',
    assistant_ended: 'ودّع المساعد',
    silence: 'لم يتكلم أحد بعدها',
    visitor_lost: 'انقطع اتصال الزائر',
    never_joined: 'لم يحضر الزائر',
    agent_lost: 'فُقد المساعد',
    media_lost: 'فُقد الاتصال',
    time_limit: 'انتهى الوقت',
    conversation_ended: 'أُنهيت المحادثة',
    failed: 'تعذّرت',
  },
  language: 'اللغة',
  anyLanguage: 'أي لغة',
  lasted: 'دام الكلام {time}',
  now: 'يتحدثان الآن',
  neverTalked: 'لم يتكلم أحد',
  recorded: 'مسجّلة',
  empty: {
    title: 'لم يتصل أحد بعد',
    what: 'حالما يتكلم زائر بدل أن يكتب تظهر المكالمة هنا، مع كل جواب وسببه.',
  },
  none: { title: 'لا مكالمة توافق التصفية', what: 'اختر نهاية أخرى أو لغة أخرى.' },
}
