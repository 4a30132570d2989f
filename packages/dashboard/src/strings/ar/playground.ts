import type { PlaygroundWords } from '../words/playground.ts'

export const playground: PlaygroundWords = {
  title: 'التجربة',
  lead: 'تحدث إليه كما يفعل زائر. هنا دائماً الوضع التجريبي: لا شيء يُرسل إلى أحد.',
  language: 'لغة الزائر',
  detect: 'اكتشفها',
  time: 'تظاهر أن الوقت',
  timeHint: 'بساعة هذا الجهاز. فارغ: الآن.',
  now: 'الآن',
  newVisitor: 'ابدأ كزائر جديد',
  widget: 'نافذة المحادثة',
  turns: 'ما سُئل',
  empty: { title: 'اسأله شيئاً', what: 'يظهر كل جواب هنا صورةً: من سُئل، ومن مرّر، والصفحة التي يستند إليها.' },
  edit: 'عدّل',
  editing: 'ما يقوله الزائر بدلاً من ذلك',
  runOn: 'تابع من هنا',
  running: 'يُسأل من جديد…',
  cancel: 'إلغاء',
  failed: 'لم يُجَب عن هذا.',
}
