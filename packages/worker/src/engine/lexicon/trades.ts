import { EVERYDAY } from './everyday.ts'

/**
 * Words of the trades that mean the same, in the languages we speak: a question in one finds a page in another. Each line
 * is a concept; `|` parts languages (English, Spanish, Arabic), `,` parts phrasings, a phrase may have several words.
 * The loosest list: it finds passages, and others judge them.
 */
const CONCEPTS = `
ac, a/c, air conditioner, air conditioning, air con, aircon, cooling, hvac | aire acondicionado, aire, climatización, clima, minisplit | تكييف, مكيف, المكيفات, تبريد
heating, heater, furnace, heat, boiler, heat pump, radiator | calefacción, calefactor, caldera, radiador, bomba de calor | تدفئة, سخان, دفاية, فرن, شوفاج, مدفأة
tune-up, tuneup, tune up, maintenance, servicing, checkup, annual service, service plan | mantenimiento, puesta a punto, revisión, servicio anual | صيانة, صيانه دورية, فحص دوري, كشف
repair, fix, fixing, mend, broken, not working | reparación, reparar, arreglar, arreglo, compostura, no funciona, descompuesto, roto | إصلاح, تصليح, تصلح, تصلحون, عطل, خربان, معطل
installation, install, replacement, replace, new unit | instalación, instalar, colocar, reemplazo, reemplazar, cambiar, sustituir | تركيب, تثبيت, استبدال, تبديل
price, prices, pricing, cost, costs, fee, fees, rate, rates, charge, how much | precio, precios, costo, coste, tarifa, tarifas, cuánto cuesta, cuánto vale, cuánto cobran, cuesta, cuestan, cobran | سعر, أسعار, تكلفة, ثمن, رسوم, كم يكلف, بكم, قديش, بقديش
estimate, quote, quotation | presupuesto, cotización, estimado, cotizar | تقدير, عرض سعر, عرض أسعار
free, no charge, complimentary | gratis, gratuito, gratuita, sin costo, sin cargo | مجاني, مجانا, بدون رسوم, ببلاش
hours, opening hours, business hours, open, opening times, schedule | horario, horarios, abierto, abren, abre, horas, atienden, atención | ساعات العمل, دوام, مفتوح, تفتحون, مواعيد العمل, يفتح, تفتح, أوقات
closed, close, closing | cerrado, cierran, cierra, cierre | مغلق, تغلقون, تسكر, إغلاق, يغلق, مسكر
monday | lunes | الاثنين
tuesday | martes | الثلاثاء
wednesday | miércoles | الأربعاء
thursday | jueves | الخميس
friday | viernes | الجمعة
saturday, saturdays | sábado, sábados | السبت
sunday, sundays | domingo, domingos | الأحد
weekend, weekends | fin de semana, fines de semana | عطلة نهاية الأسبوع, نهاية الأسبوع
holiday, holidays, bank holiday | festivo, festivos, feriado, días festivos | عطلة رسمية, أعياد, عيد, العطل
appointment, appointments, booking, reservation, visit | cita, citas, turno, reserva, reservación | موعد, مواعيد, حجز
book, schedule, make an appointment, reserve | reservar, agendar, pedir cita, sacar cita, concertar | حجز, أحجز, احجز, تحديد موعد
cancel, cancellation, cancelling | cancelar, cancelación, anular | إلغاء, الغي, ألغي, الغاء
reschedule, change appointment, move appointment | reprogramar, cambiar la cita, mover la cita | تغيير الموعد, تأجيل, أغير الموعد
no-show, missed appointment, late | no presentarse, falta, retraso, llegar tarde | تخلف, تأخير, التأخر
deposit | depósito, anticipo, señal | عربون, مقدم
payment, pay, paying | pago, pagar, pagos | دفع, الدفع, أدفع
credit card, card, cards, visa, mastercard | tarjeta de crédito, tarjeta, tarjetas | بطاقة ائتمان, بطاقة, فيزا
cash | efectivo | نقدا, كاش
financing, installments, payment plan, finance, pay monthly | financiamiento, financiación, plan de pago, cuotas, a plazos | تقسيط, أقساط, تمويل
discount, discounts, coupon, deal, special offer, offer | descuento, descuentos, oferta, cupón, promoción | خصم, تخفيض, عرض, كوبون
insurance, insured, coverage, covered | seguro, aseguradora, seguros, cobertura, cubre | تأمين, التأمين, تغطية
warranty, guarantee | garantía, garantizado | ضمان, كفالة
license, licensed, certified | licencia, licenciado, certificado, certificados | رخصة, مرخص, معتمد
address, location, located, directions, where are you | dirección, ubicación, ubicados, cómo llegar, dónde están | عنوان, موقع, وين مكانكم, مكان
parking, park | aparcamiento, estacionamiento, parking, aparcar, estacionar | موقف سيارات, مواقف, وقوف, باركنج
phone, telephone, phone number, call us, call | teléfono, número de teléfono, llamar, llámenos | هاتف, تلفون, رقم الهاتف, جوال, اتصال, اتصل
email, e-mail | correo, correo electrónico, email | إيميل, بريد إلكتروني
service area, areas, cover, areas we serve, neighborhoods, travel to, come to | área de servicio, zona, zonas, cobertura, barrios | مناطق الخدمة, منطقة, مناطق, تغطون
emergency, urgent, after hours, 24/7, around the clock | emergencia, urgencia, urgente, urgencias, fuera de horario, 24 horas | طوارئ, طارئ, مستعجل, عاجل
same day, today | mismo día, hoy | نفس اليوم, اليوم
delivery, deliver, shipping | entrega, envío, domicilio, a domicilio | توصيل, شحن, تسليم
water heater, hot water, no hot water, boiler, tankless | calentador, calentador de agua, agua caliente, sin agua caliente, boiler, termo | سخان الماء, سخان, ماء ساخن, مياه ساخنة
drain, drains, clogged, blocked, blockage, unclog | desagüe, drenaje, tapado, atascado, atasco, obstruido, destapar, cañería | مجاري, مسدود, تسليك, انسداد, صرف, بالوعة
leak, leaking, leaky, drip | fuga, gotera, goteo, escape de agua, filtración | تسريب, تسرب, يسرب, تهريب
pipe, pipes, piping, burst pipe | tubería, tuberías, caño, tubo | أنابيب, ماسورة, مواسير, أنبوب
plumber, plumbing | plomero, plomería, fontanero, fontanería | سباك, سباكة, مواسرجي
electrician, electrical, wiring, outlet, socket | electricista, eléctrico, cableado, enchufe, toma | كهربائي, كهرباء, أسلاك, تمديدات
toilet | inodoro, wc, retrete, sanitario | مرحاض, تواليت, حمام
faucet, tap | grifo, llave de agua | حنفية, صنبور
filter, filters | filtro, filtros | فلتر, فلاتر, مرشح
thermostat | termostato | ثرموستات, منظم الحرارة
refrigerant, freon, recharge | refrigerante, gas refrigerante, recarga | غاز التبريد, فريون, تعبئة غاز
duct, ducts, ductwork, vent | ductos, conductos, ventilación | مجاري الهواء, دكت, تهوية
diagnostic, diagnosis, inspection, service call, call-out, callout, trip charge | diagnóstico, inspección, visita, desplazamiento | تشخيص, فحص, معاينة, كشفية
technician, technicians, staff, team | técnico, técnicos, personal, equipo | فني, فنيين, موظفين, فريق
dentist, dental | dentista, dental, odontólogo | طبيب أسنان, أسنان, دكتور أسنان
doctor, physician | médico, doctor, doctora | طبيب, دكتور
tooth, teeth | diente, dientes, muela, muelas | سن, أسنان, ضرس
cleaning, clean, hygiene, cleanings | limpieza, limpiar, higiene, aseo | تنظيف, نظافة, تنضيف
checkup, exam, examination, consultation, consult | chequeo, examen, consulta, revisión | فحص, كشف, استشارة, معاينة
filling, cavity | empaste, caries, relleno | حشوة, تسوس
root canal | endodoncia | علاج عصب, عصب
crown, implant, implants | corona, implante, implantes | تاج, زراعة, زرعة
braces, orthodontics, invisalign, aligners | brackets, ortodoncia, alineadores | تقويم
extraction, wisdom tooth, pull | extracción, muela del juicio, sacar | خلع, ضرس العقل
pain, ache, hurts, toothache | dolor, duele | ألم, وجع, يؤلم, بوجع
new patient, new patients, new client, first visit | paciente nuevo, nuevos pacientes, primera visita | مريض جديد, مرضى جدد, أول زيارة
children, kids, child, pediatric, baby | niños, niño, niña, pediátrico, bebé | أطفال, طفل, أولاد
senior, seniors, elderly, veterans | tercera edad, mayores, jubilados, veteranos | كبار السن, متقاعدين
haircut, cut, trim | corte de pelo, corte, cortar | قص شعر, قصة, حلاقة
color, colour, highlights, balayage, dye | color, tinte, mechas, reflejos | صبغة, صبغ, ميش
nails, manicure, pedicure | uñas, manicura, pedicura | أظافر, مانيكير, باديكير
massage, facial, spa | masaje, facial, spa | مساج, تدليك, تنظيف بشرة
beard, shave | barba, afeitado | لحية, ذقن
oil change | cambio de aceite | تغيير زيت, غيار زيت
tire, tires, tyre, tyres | llanta, llantas, neumático, neumáticos | إطار, إطارات, كفرات, عجلات
brake, brakes | freno, frenos | فرامل, مكابح, بريك
car, vehicle, auto | coche, carro, auto, vehículo | سيارة, مركبة, سيارات
battery | batería | بطارية
pet, pets, dog, dogs, cat, cats, animal | mascota, mascotas, perro, perros, gato, gatos, animal | حيوان أليف, كلب, قطة, حيوانات
vet, veterinarian, veterinary | veterinario, veterinaria | بيطري, طبيب بيطري
vaccine, vaccination, shots | vacuna, vacunas, vacunación | لقاح, تطعيم, تطعيمات
lawyer, attorney, legal | abogado, abogada, legal | محامي, قانوني
tax, taxes, accountant | impuesto, impuestos, contador, contable | ضريبة, ضرائب, محاسب
roof, roofing, gutter, gutters | techo, tejado, canaletas, canalones | سقف, سطح, مزاريب
lawn, garden, landscaping, tree | césped, jardín, jardinería, árbol | حديقة, عشب, أشجار, تنسيق حدائق
pest, pests, termite, bugs, roaches, exterminator | plaga, plagas, termitas, cucarachas, fumigación, fumigar | حشرات, مكافحة حشرات, صراصير, نمل
moving, move, movers | mudanza, mudanzas | نقل أثاث, نقل عفش
painting, paint, painter | pintura, pintar, pintor | دهان, طلاء, دهانات
window, windows, glass | ventana, ventanas, vidrio, cristal | نافذة, شباك, زجاج
door, lock, locksmith, keys | puerta, cerradura, cerrajero, llaves | باب, قفل, مفاتيح
washing machine, washer, dryer, appliance, appliances | lavadora, secadora, electrodoméstico, electrodomésticos | غسالة, نشافة, أجهزة منزلية
fridge, refrigerator, freezer | refrigerador, nevera, frigorífico, congelador | ثلاجة, براد, فريزر
oven, stove | horno, estufa, cocina | فرن, غاز, طباخ
menu, food, dishes | menú, carta, comida, platos | قائمة الطعام, منيو, طعام, أكل
vegan, vegetarian, gluten free | vegano, vegetariano, sin gluten | نباتي, خالي من الغلوتين
wifi, internet | wifi, internet | واي فاي, انترنت
wheelchair, accessible, accessibility, disabled | silla de ruedas, accesible, discapacitados | كرسي متحرك, ذوي الاحتياجات
language, speak, spanish, english, arabic | idioma, hablan, español, inglés, árabe | لغة, تتكلمون, عربي, إنجليزي, إسباني
owner, founded, founded in, family owned, about us, since | dueño, fundada, desde, familiar, quiénes somos | مالك, تأسست, منذ, من نحن
job, jobs, career, careers, hiring | trabajo, empleo, empleos, contratando | وظيفة, وظائف, توظيف
complaint, complain, manager | queja, reclamo, reclamación, gerente | شكوى, مدير
privacy, data | privacidad, datos | خصوصية, بيانات
membership, member, plan, subscription | membresía, socio, plan, suscripción | عضوية, اشتراك, خطة
gift card, voucher | tarjeta de regalo, vale | بطاقة هدية, قسيمة
online, website | en línea, internet, por internet, web | أونلاين, عبر الإنترنت, موقع
medicine, prescription, drug | medicina, receta, medicamento | دواء, وصفة
evening, night | noche, tarde | مساء, ليل
morning | mañana | صباح, صباحا
minimum, at least | mínimo, por lo menos | الحد الأدنى, على الأقل
how long, duration, takes | cuánto tarda, cuánto dura, duración, demora | كم يستغرق, مدة, كم من الوقت
`

const LANGUAGES = ['en', 'es', 'ar'] as const

interface Phrase {
  lang: string
  text: string
}
export const concepts: readonly (readonly Phrase[])[] = `${CONCEPTS.trim()}\n${EVERYDAY.trim()}`
  .split('\n')
  .map((line) =>
    line.split('|').flatMap((part, at) =>
      part
        .split(',')
        .map((text) => ({ lang: LANGUAGES[at] ?? 'en', text: text.trim() }))
        .filter(({ text }) => text !== ''),
    ),
  )
