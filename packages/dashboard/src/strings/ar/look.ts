import type { LookWords } from '../words/look.ts'

export const look: LookWords = {
  title: 'كيف تبدو على موقعك',
  lead: 'هي جزء من موقعك لا من موقعنا: لونك، وزواياك، وفاتح أو داكن كما عند الزائر.',
  colour: 'لونك',
  colourHint: 'الكلمات فوقه سوداء أو بيضاء، أيهما يُقرأ.',
  corners: 'الزوايا',
  cornerNames: { sharp: 'حادة', soft: 'ناعمة', round: 'مستديرة' },
  theme: 'فاتح أو داكن',
  themes: { auto: 'مثل جهاز الزائر', light: 'فاتح', dark: 'داكن' },
  launcher: 'كلمات بجانب الزر',
  launcherHint: 'كلمات قليلة تدعو الزائر، مثل «اسألنا». من دونها تبقى الأيقونة وحدها.',
  languages: { en: 'في الصفحات الإنجليزية', es: 'في الصفحات الإسبانية', ar: 'في الصفحات العربية' },
  greeting: 'التحية مكتوبة في دليل الردود',
  save: 'احفظ المظهر',
  preview: 'معاينة',
}
