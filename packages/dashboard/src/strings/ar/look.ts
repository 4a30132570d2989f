import type { LookWords } from '../words/look.ts'

export const look: LookWords = {
  title: 'كيف تبدو على موقعك',
  lead: 'هي جزء من موقعك لا من موقعنا: لونك، وزواياك، وفاتح أو داكن كما عند الزائر.',
  colour: 'لونك',
  colourHint: 'يُعتَّم تلقائياً حيث لا يُقرأ عليه النص الأبيض.',
  corners: 'الزوايا',
  cornerNames: { sharp: 'حادة', soft: 'ناعمة', round: 'مستديرة' },
  theme: 'فاتح أو داكن',
  themes: { auto: 'مثل جهاز الزائر', light: 'فاتح', dark: 'داكن' },
  preview: 'معاينة',
  code: 'ضع هذا بجانب الشيفرة في موقعك',
  codeHint: 'يسري حالما تُحفظ الصفحة.',
}
