import { fold } from '../evidence/fold.ts'

/**
 * One idea a row, `en | es | ar`, forms by comma; folded stems that may be the start of a word. The strictest list: what
 * stands in one row is let out as a translation.
 */
const rows = `
hour,open hours,business hours|horario,hora|ساع,اوقات
open|abiert,abre,abri|مفتوح,نفتح,يفتح
close,closed|cerrad,cierra,cerr|مغلق,نغلق,يغلق
price,cost,rate,fee,charge|precio,coste,costo,cuesta,tarifa|سعر,اسعار,تكلف,رسوم
free|gratis,gratuit|مجان
estimate,quote|presupuest,cotizaci,estimad|تقدير,عرض سعر,تسعير
tune-up,tune up,maintenance,check-up|puesta a punto,mantenimient,revision|صيان,ضبط
repair,fix|repara,arregl|اصلاح,تصليح
install|instala|تركيب
replace|reemplaz,sustitu,cambi|استبدال
air condition,ac,a/c,cooling|aire acondicionad,aire,refriger|تكييف,مكيف,تبريد
heating,heat|calefacci,calor|تدفئ
heater|calentador,calefactor|سخان,مدفا
furnace|caldera,calefactor,horno|فرن,مدفا
boiler|caldera|غلاي
ev,electric car,electric vehicle|coche electrico,carro electrico,auto electrico|سيارة كهربائية,سيارات كهربائية,السيارة الكهربائية
heat pump|bomba de calor|مضخ
water|agua|ماء,مياه,الماء
duct|conducto,ducto|مجاري,قنوات
filter|filtro|فلتر,مرشح
leak|fuga|تسرب
drain|desag,drenaj|مجاري,صرف
pipe|tuber,cano|انبوب,انابيب,مواسير
thermostat|termostato|ترموستات,منظم
emergency|emergencia,urgencia|طوار
visit,service call,call-out|visita|زيار
technician|tecnic|فني
appointment|cita|موعد,مواعيد
warranty,guarantee|garant|ضمان,كفال
license,licence,licensed|licencia|رخص,ترخيص,مرخص
insured,insurance|segur,asegurad|تامين,مومن
payment,pay|pago,pagar|دفع
card|tarjeta|بطاق
credit|credito|ائتمان
cash|efectivo|نقد
check,cheque|cheque|شيك
financing,finance|financia|تمويل,تقسيط
month|mes|شهر
day|dia|يوم
week|semana|اسبوع
weekend|fin de semana|نهايه الاسبوع
year|ano|سن,عام
address,location|direccion,ubicac|عنوان,موقع
phone,call|telefono,llam|هاتف,اتصل
email,e-mail|correo|بريد
area,serve,county|zona,area,cobertura,servimos|منطق,نخدم
city,town|ciudad|مدين
home,house|casa,hogar|منزل,بيت
business,company|empresa,negocio|شرك
new|nuev|جديد
customer,client|client|عميل,عملاء,زبائن
discount|descuento|خصم
senior|mayores,tercera edad|كبار
teeth,tooth,dental|dient,dental|اسنان,سن
cleaning,clean|limpieza|تنظيف
dentist|dentista|طبيب اسنان
child,kid,children|nino,hij|طفل,اطفال
patient|pacient|مريض,مرضي
parking|estacionam,aparcam|موقف,مواقف
minute|minuto|دقيق,دقايق
hourly|por hora|بالساع
today|hoy|اليوم
tomorrow|manana|غدا
monday|lunes|اثنين
tuesday|martes|ثلاثا
wednesday|miercoles|اربعا
thursday|jueves|خميس
friday|viernes|جمع
saturday|sabado|سبت
sunday|domingo|احد
holiday|festivo,feriado|عطل,اجاز
plan,membership|plan,membres|خط,عضوي
part|pieza,repuesto|قطع
included,include|inclu|يشمل,تشمل,شامل
offer,provide|ofrec|نقدم,نوفر
accept,take|acept|نقبل
year experience|experiencia|خبر
`
const columns = ['en', 'es', 'ar']
const table = rows
  .trim()
  .split('\n')
  .map((row) => row.split('|').map((cell) => cell.split(',').map((word) => fold(word.trim()))))

/** Trade words of `to` that say the same as `word` of `from`; empty when the glossary does not know it. */
export function inLanguage(word: string, from: string, to: string): string[] {
  const a = columns.indexOf(from)
  const b = columns.indexOf(to)
  if (a < 0 || b < 0) return []
  const plain = fold(word).replace(/^(?:ال|وال|بال|لل)(?=\p{L}{3})/u, '')
  const matches = (known: string) =>
    plain.length >= 3 ? plain.startsWith(known) || (plain.length >= 4 && known.startsWith(plain)) : plain === known
  return table.filter((row) => row[a]?.some(matches) ?? false).flatMap((row) => row[b] ?? [])
}

/** Things of more than one word in a language, longest first. */
export function tradePhrases(lang: string): string[] {
  const column = columns.indexOf(lang)
  return column < 0
    ? []
    : table
        .flatMap((row) => (row[column] ?? []).filter((word) => /[ /-]/.test(word)))
        .toSorted((a, b) => b.length - a.length)
}
