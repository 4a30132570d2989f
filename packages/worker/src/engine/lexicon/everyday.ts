/**
 * Everyday words that questions and pages of any business share, for a question in one language and a page in another. Same
 * form as the trades' list: a line is a concept, `|` parts English, Spanish and Arabic, `,` parts phrasings.
 */
export const EVERYDAY = `
adult, adults, grown-up | adulto, adultos | كبار, للكبار, بالغ, البالغين
child, children, kid, kids | niño, niños, niña, hijo, hijos | طفل, أطفال, الأطفال, للأطفال
baby, infant, toddler | bebé | رضيع, بيبي
woman, women, female, lady, ladies | mujer, mujeres, femenina | نساء, سيدات, السيدات, فنيات, امرأة
man, men, male | hombre, hombres | رجل, رجال
elderly, senior, seniors, senior citizens, old people | mayores, tercera edad, adultos mayores, jubilados | كبار السن, كبار المواطنين, المسنين, المتقاعدين
student, students | estudiante, estudiantes | طالب, طلاب
owner, landlord | dueño, propietario | مالك, صاحب, المالك
tenant, renter | inquilino, arrendatario | مستأجر
dog, dogs, pet, pets, animal | perro, perros, mascota, mascotas | كلب, حيوانات, حيوان
discount, discounts, reduction | descuento, descuentos, rebaja | خصم, تخفيض, خصومات
contract, agreement | contrato, contratos | عقد, العقد, اتفاقية
annual, yearly, every year | anual, al año, anualmente | سنوي, السنوي, سنويا
monthly, every month | mensual, al mes | شهري, شهريا
apartment, flat, apartments | apartamento, departamento, piso | شقة, الشقة, شقق
villa, villas | villa, chalet | فيلا, الفيلا, فلة, فلل
house, home | casa, hogar, vivienda | بيت, منزل, المنزل
bedroom, bedrooms | dormitorio, dormitorios, recámara, habitación | غرفة, غرفتين, غرف, غرف نوم
kitchen | cocina | مطبخ
bathroom, toilet, restroom | baño, inodoro | حمام, مرحاض, تواليت
garden, yard | jardín, patio | حديقة
roof, attic | techo, tejado, ático | سقف, سطح
pool, swimming pool, swimming pools | piscina, alberca | مسبح, المسابح, مسابح
tank, tanks, cistern | tanque, depósito, tinaco, cisterna | خزان, الخزان, خزانات
gallon, gallons | galón, galones | جالون, غالون
litre, liter, litres, liters | litro, litros | لتر, ليتر
charger, charging | cargador, carga | شاحن, الشاحن, شحن
car, vehicle, cars | coche, carro, auto, vehículo | سيارة, السيارة, سيارات
electric, electrical, electricity, power | eléctrico, eléctrica, electricidad, luz | كهرباء, الكهرباء, كهربائي, كهربائية
panel, board, distribution board, fuse box | tablero, panel, cuadro eléctrico | لوحة, اللوحة
socket, sockets, outlet, outlets | enchufe, enchufes, contacto | مقبس, مقابس, بلاك
light, lights, lamp, lighting | luz, luces, lámpara | إنارة, لمبة, ضوء
fan, fans, ceiling fan | ventilador, ventiladores | مروحة, مراوح
inspection, inspect, examine | inspección, inspeccionar, revisar | فحص, افحص, تفتيش, معاينة
travel, trip, transport, call-out | traslado, desplazamiento, viaje | انتقال, تنقل, مشوار
kilowatt, kw | kilovatio, kw | كيلوواط, كيلو واط
include, included, includes, cover, covered, covers | incluye, incluido, incluyen, cubre, cubren | يشمل, تشمل, مشمول, يغطي
exclude, excluded, not included | excluye, no incluye | لا يشمل, مستثنى
eat, eating, food | comer, comida | أكل, الأكل, آكل, طعام
drink, drinking | beber, tomar | شرب, أشرب
smoke, smoking | fumar | تدخين, التدخين, أدخن
drive, driving | manejar, conducir | قيادة, أسوق, أقود
sedation, sedated, anaesthetic, anesthesia | sedación, anestesia | تخدير, التخدير, بنج
pain, hurt, painful | dolor, duele | ألم, وجع, يؤلم
pregnant, pregnancy, expecting | embarazada, embarazo | حامل, الحمل, حمل
refund, refunded, money back | reembolso, devolución, recuperar, devolver | استرجاع, استرداد, إرجاع, استعادة
humidifier, humidifiers | humidificador | مرطب, مرطب الهواء
apprentice, apprenticeship, trainee | aprendiz, aprendices | متدرب, متدربين
wage, salary, an hour | sueldo, salario, pagan | راتب, الراتب, رواتب
credit score | puntaje de crédito, historial crediticio | درجة الائتمان, الائتمان
ramadan | ramadán | رمضان
iftar | iftar | إفطار, الإفطار
evening, evenings | noche, tarde | مسائية, مساء, المساء
night, nights, nighttime | noche, noches | ليل, ليلا, بالليل, الليل
day, daytime | día, de día | نهار, بالنهار, النهار
send, dispatch | enviar, mandar | نرسل, ترسلون, إرسال
bring, take along | traer, llevar | أحضر, إحضار
identification, id, identity | identificación, identidad | هوية, الهوية, بطاقة هوية
social security, social security number | seguro social, número de seguro social | ضمان اجتماعي
passport | pasaporte | جواز سفر, جواز
interpreter, translator | intérprete, traductor | مترجم
language, languages | idioma, idiomas | لغة, لغات
first, 1st | primero, primera, primer | أول, الأولى
first visit, first appointment | primera visita, primera cita | الزيارة الأولى, أول زيارة
duration, lasts, takes | dura, duración, tarda | مدة, يستغرق
tap, taps, faucet | grifo, grifos, llave | حنفية, حنفيات, صنبور
leak detection | detección de fugas | كشف التسرب, كشف التسريب
toilet | inodoro, taza | مرحاض, تواليت
move-in, moving in, handover | mudanza, entrega | استلام, الانتقال إلى
parking, park | estacionamiento, aparcamiento, estacionar | موقف, مواقف
wheelchair, accessible, disabled | silla de ruedas, accesible, discapacidad | كرسي متحرك, ذوي الهمم
entrance, door | entrada, puerta | مدخل, باب
bus, metro, train | autobús, camión, metro, tren | حافلة, باص, مترو
parts, part, spare parts | piezas, refacciones, repuestos | قطع, قطع الغيار
brand, brands, make | marca, marcas | ماركة, ماركات
colour, color | color, colores | لون, ألوان
size, sizes | tamaño, talla, medida | مقاس, حجم
delivery, deliver | entrega, envío, domicilio | توصيل, التوصيل
invoice, bill, receipt | factura, recibo | فاتورة, إيصال
tax, vat | impuesto, iva | ضريبة, الضريبة
deposit, down payment, up front | anticipo, depósito, enganche, señal | عربون, دفعة مقدمة
penalty, late fee | multa, penalización, recargo | غرامة
complaint, complaints | queja, quejas, reclamo | شكوى, شكاوى
experience, years in business | experiencia, trayectoria | خبرة, الخبرة
founded, established, since | fundada, desde | تأسست, منذ
team, staff, crew | equipo, personal | فريق, طاقم
menu, dish | menú, plato | قائمة الطعام, طبق
haircut, hair | corte, cabello, pelo | قص, شعر
class, classes, lesson, lessons | clase, clases, lección | درس, دروس, حصة
exam, x-ray, x-rays | examen, radiografía, rayos x | أشعة, كشف
crown, crowns | corona, coronas | تاج, تلبيسة
filling, fillings | empaste, relleno | حشوة, حشوات
whitening, bleaching | blanqueamiento | تبييض, تبييض الأسنان
tooth, teeth | diente, dientes, muela | سن, ضرس, أسنان, الأسنان
extraction, pulled | extracción, sacar | خلع, قلع
gum, gums | encía, encías | لثة, اللثة
oil, oil change | aceite, cambio de aceite | زيت, تغيير الزيت
key, keys, lock | llave, llaves, cerradura | مفتاح, قفل
carpet, rug | alfombra | سجاد, سجادة
moving, removal | mudanza | نقل, نقل الأثاث
pest, insects, cockroaches | plagas, insectos, cucarachas | حشرات, صراصير
`
