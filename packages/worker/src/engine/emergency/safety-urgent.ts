import type { Cause } from './rules.ts'

/**
 * What to do first when property or health is at stake but no life is: the action first, the emergency number (`{n}`) only
 * as the way out should it become dangerous. Causes that are always a danger to life are not here.
 */
export const urgentActions: Partial<Record<Cause, Record<'en' | 'es' | 'ar', readonly string[]>>> = {
  electrical: {
    en: [
      'Keep away from it and do not touch it.',
      'Turn off the breaker for it if you can reach it safely.',
      'If you see sparks or smoke or smell burning, get everyone out and call {n}.',
    ],
    es: [
      'Aléjese y no lo toque.',
      'Corte el interruptor de ese circuito si puede hacerlo sin peligro.',
      'Si ve chispas o humo, o huele a quemado, saque a todos y llame al {n}.',
    ],
    ar: [
      'ابتعدوا ولا تلمسوه.',
      'افصلوا القاطع الخاص به إذا أمكن ذلك بأمان.',
      'إذا رأيتم شررًا أو دخانًا أو شممتم رائحة احتراق فأخرجوا الجميع واتصلوا بالرقم {n}.',
    ],
  },
  flood: {
    en: [
      'Close the main water valve if you can reach it safely.',
      'Keep out of water that is near outlets or wires.',
      'If water reaches anything electrical, get everyone away and call {n}.',
    ],
    es: [
      'Cierre la llave general del agua si puede hacerlo sin peligro.',
      'No pise agua que esté cerca de enchufes o cables.',
      'Si el agua llega a algo eléctrico, aleje a todos y llame al {n}.',
    ],
    ar: [
      'أغلقوا صمام الماء الرئيسي إذا أمكن ذلك بأمان.',
      'ابتعدوا عن الماء القريب من المقابس أو الأسلاك.',
      'إذا وصل الماء إلى الكهرباء فأبعدوا الجميع واتصلوا بالرقم {n}.',
    ],
  },
  shock: {
    en: [
      'Do not touch it again and keep others away.',
      'Turn off the breaker for it if you can do it with dry hands and feet.',
      'If anyone feels unwell after a shock, call {n}.',
    ],
    es: [
      'No lo vuelva a tocar y aleje a los demás.',
      'Corte el interruptor con manos y pies secos, si puede hacerlo sin peligro.',
      'Si alguien se siente mal después de una descarga, llame al {n}.',
    ],
    ar: [
      'لا تلمسوه مرة أخرى وأبعدوا الآخرين.',
      'افصلوا القاطع بأيدٍ وأقدام جافة إذا أمكن ذلك بأمان.',
      'إذا شعر أحد بتعب بعد الصدمة فاتصلوا بالرقم {n}.',
    ],
  },
  medical: {
    en: [
      'Keep the injured part still and press a clean cloth on any bleeding.',
      'Have a doctor or a hospital look at it today.',
      'If bleeding will not stop or someone gets faint or short of breath, call {n}.',
    ],
    es: [
      'No mueva la parte lesionada y presione un paño limpio donde sangre.',
      'Acuda hoy a un médico o a un hospital.',
      'Si el sangrado no para, o alguien se desmaya o respira mal, llame al {n}.',
    ],
    ar: [
      'لا تحركوا الجزء المصاب واضغطوا بقماش نظيف على مكان النزيف.',
      'اذهبوا اليوم إلى طبيب أو مستشفى.',
      'إذا لم يتوقف النزيف أو أغمي على أحد أو ضاق نفسه فاتصلوا بالرقم {n}.',
    ],
  },
  dental: {
    en: [
      'Hold a tooth that came out by its crown only and keep it in milk.',
      'Bite on clean gauze where it bleeds.',
      'If breathing or swallowing gets hard, or bleeding will not stop, call {n}.',
    ],
    es: [
      'Tome un diente que se salió solo por la corona y guárdelo en leche.',
      'Muerda una gasa limpia donde sangre.',
      'Si cuesta respirar o tragar, o el sangrado no para, llame al {n}.',
    ],
    ar: [
      'أمسكوا السن المخلوع من تاجه فقط واحفظوه في الحليب.',
      'عضوا على شاش نظيف في مكان النزيف.',
      'إذا صعب التنفس أو البلع أو لم يتوقف النزيف فاتصلوا بالرقم {n}.',
    ],
  },
}
