/**
 * Everyday words that may stand for one another in a request, in English, Spanish and Arabic (standard and spoken). Each
 * line is a concept; `|` parts languages, spaces part words. The classifier sees the concept beside the word, so an
 * example in one wording, dialect or language helps with the others.
 */
const WORDS = `
want need like wish wanna desire | quiero quisiera necesito deseo gustaria ocupo | اريد بدي عايز عاوز ابغى ابي احتاج ارغب اود حابب نفسي بدنا
help assist assistance support aid | ayuda ayudar ayudame asistencia apoyo | ساعد مساعدة تساعدني ساعدني دعم
how | como | كيف كيفية ازاي شلون طريقة
why reason cause | porque razon motivo causa | لماذا ليش سبب ليه علاش لما
where | donde | اين وين فين
when | cuando | متى ايمتى امتى وقتيش
what which | que cual cuales | ما ماذا شو ايش ايه اي وش
who whose | quien quienes | من مين
much many amount quantity | cuanto cuantos cantidad | كم قديش كام مبلغ كمية
can able possible could may might allowed | puedo puede poder posible podria | يمكن ممكن بقدر اقدر استطيع يمكنني قادر بقدرش بتقدر تقدر مسموح
not no never none cannot unable | no nunca jamas ningun | لا لم لن ليس مش مو ما غير مافي
find locate search look seek | encontrar buscar localizar hallar | ابحث اجد الاقي ايجاد عثور بحث الاقيها
get obtain receive acquire gain arrive come | obtener recibir conseguir llegar | احصل استلم حصول يصل وصل وصلت اجت توصل بوصل وصلني
give provide offer supply | dar ofrecer proporcionar | اعطي تعطي توفر تقدم
show display see view check look | mostrar ver revisar enseñar consultar | ارى اشوف عرض تظهر ببين شايف شوف
tell say explain describe inform | decir contar explicar informar digame | اخبرني قل احكيلي شرح تخبرني تشرح حكي
know understand learn aware | saber entender conocer aprender | اعرف معرفة بعرف افهم تعرف بعرفش
make create build set produce | crear hacer construir | انشاء اعمل عمل اسوي انشئ
begin start open launch initiate activate enable | empezar iniciar comenzar abrir activar | ابدا بدء فتح تفعيل افعل تشغيل افتح
stop end finish close terminate quit disable deactivate | parar terminar cerrar detener desactivar | اوقف ايقاف توقف انهاء اغلاق اغلق وقف
cancel abort undo revoke reverse void | cancelar anular deshacer revertir | الغاء الغي الغيت عكس تراجع
delete remove erase clear drop | borrar eliminar quitar | حذف ازالة احذف امسح مسح
change alter modify update edit switch adjust replace | cambiar modificar actualizar editar ajustar | تغيير اغير تعديل اعدل تبديل تحديث ابدل
add include insert put append | añadir agregar incluir poner | اضافة اضيف زيادة
move shift | mover trasladar mudar | نقل انقل
buy purchase order shop | comprar pedir compra adquirir | شراء اشتري اشتريت مشتريات
sell | vender venta | بيع ابيع
pay payment paying settle | pagar pago abonar | دفع ادفع دفعة دفعات سداد
money cash funds fund dollars bucks | dinero efectivo fondos plata | مال اموال نقود فلوس مصاري نقدي كاش المال
price cost fee charge rate expense pricing | precio costo coste tarifa cargo comision | سعر تكلفة رسوم ثمن كلفة بكم يكلف بتكلف مصاريف اجرة
bill invoice statement receipt | factura recibo cuenta extracto | فاتورة ايصال كشف وصل
free complimentary | gratis gratuito | مجاني مجانا ببلاش
cheap inexpensive affordable low | barato economico | رخيص ارخص
expensive costly high | caro costoso | غالي مكلف مرتفع
discount coupon offer deal promotion promo sale | descuento oferta cupon promocion rebaja | خصم عرض تخفيض كوبون
bank account checking savings | banco cuenta | بنك مصرف حساب حسابي
balance | saldo | رصيد رصيدي
card credit debit visa mastercard | tarjeta credito debito visa mastercard | بطاقة كرت كارت فيزا ماستركارد بطاقتي
atm cashpoint machine | cajero | صراف صرافة ماكينة
withdraw withdrawal | retirar retiro sacar | سحب اسحب سحبت
deposit topup reload load | depositar deposito recargar recarga | ايداع شحن تعبئة اعبي اشحن اعبئ
transfer send wire remit | transferir transferencia enviar | تحويل حوالة احول حولت ارسل ابعث
exchange convert conversion currency | cambio convertir divisa moneda | صرف عملة عملات تبديل تحويل
refund reimburse reimbursement | reembolso devolucion devolver | استرداد استرجاع ترجيع ارجاع ارجع
fraud scam steal stolen theft robbed | robo robado fraude estafa | سرقة مسروق انسرق سرق احتيال نصب انسرقت
lose lost missing misplace | perder perdido perdi extraviado | فقدت ضاع ضيعت ضاعت فقدان مفقود
break broken damage damaged crack | roto romper dañado averiado | مكسور كسر خربان تالف معطل خرب
work function working operate | funcionar funciona trabajar | يعمل شغال شغالة تعمل يشتغل تشتغل بتشتغل
problem issue trouble error wrong fail failed failure | problema error fallo falla mal | مشكلة خطا فشل مشاكل خلل غلط فشلت عطل
decline declined reject rejected refuse refused deny denied | rechazar rechazado denegado | رفض مرفوض رفضت انرفض ترفض
pending waiting wait delay delayed late | pendiente esperar esperando retraso demora | انتظار معلق معلقة تاخير متاخر بستنى تاخر
fix repair solve resolve correct mend | arreglar reparar resolver solucionar | اصلاح تصليح حل اصلح صلح
confirm verify verification validate prove authenticate identity | verificar confirmar verificacion validar identidad | تاكيد تحقق اثبات توثيق هوية اتحقق
pin password passcode code | pin contraseña clave codigo | رمز كلمة السري كود سري مرور
phone mobile cell telephone cellphone smartphone | telefono movil celular | هاتف جوال تلفون موبايل تليفون هاتفي
number | numero | رقم
call ring dial | llamar llamada marcar | اتصل اتصال مكالمة
text sms message | mensaje sms texto | رسالة رسائل مسج
email mail | correo email | ايميل بريد
address location place | direccion ubicacion lugar sitio | عنوان موقع مكان
name surname | nombre apellido | اسم اسمي لقب
app application software | aplicacion app programa | تطبيق برنامج ابلكيشن
website online internet web site page | web internet pagina sitio linea | موقع انترنت اونلاين
limit maximum minimum cap restriction | limite maximo minimo restriccion | حد حدود اقصى ادنى قيود
country abroad foreign overseas international | pais extranjero internacional | بلد دولة خارج دول دولي بلاد
travel trip journey vacation holiday | viaje viajar vacaciones | سفر رحلة مسافر اجازة عطلة
flight plane airplane airline | vuelo avion aerolinea | رحلة طيران طائرة
luggage baggage suitcase bag | equipaje maleta | امتعة حقيبة شنط
hotel room lodging accommodation | hotel habitacion alojamiento | فندق غرفة
car vehicle auto automobile truck | coche carro auto vehiculo | سيارة مركبة
gas fuel gasoline petrol | gasolina combustible gas | بنزين وقود غاز
road traffic route direction way | camino ruta trafico calle | طريق شارع
food eat meal dish restaurant dinner lunch breakfast | comida comer plato restaurante cena almuerzo desayuno | طعام اكل وجبة مطعم غداء عشاء فطور
drink water coffee | bebida beber agua cafe | شرب ماء مشروب قهوة
cook recipe bake | cocinar receta | طبخ وصفة
health medical doctor hospital clinic | salud medico doctor hospital clinica | صحة طبيب دكتور مستشفى عيادة
sick ill pain hurt ache | enfermo dolor duele | مريض الم وجع
insurance coverage | seguro cobertura poliza | تامين تغطية
tax irs | impuesto impuestos | ضريبة ضرائب
job work salary income paycheck pay wage | trabajo sueldo salario ingreso empleo | وظيفة راتب دخل شغل
loan mortgage borrow lend | prestamo hipoteca | قرض رهن
time hour hours clock | hora horas tiempo | وقت ساعة ساعات زمن
day date | dia fecha | يوم تاريخ ايام
today now currently | hoy ahora actualmente | اليوم الان هلا الحين هسا دلوقتي
tomorrow | mañana | غدا بكرا بكرة
week | semana | اسبوع اسابيع
month | mes meses | شهر اشهر
year | año años | سنة عام سنوات
long duration last take | tardar durar tiempo demora | مدة طويل يستغرق تستغرق ياخذ بياخد بده
soon quick fast quickly rapid immediately asap urgent hurry | pronto rapido urgente inmediatamente ya | سريع بسرعة فورا مستعجل عاجل سريعا
book reserve reservation appointment schedule booking | reservar reserva cita agendar turno | حجز موعد احجز مواعيد
remind reminder | recordar recordatorio | ذكرني تذكير
list todo task | lista tarea | قائمة مهمة
calendar agenda | calendario agenda | تقويم جدول
meeting | reunion junta | اجتماع
remember forget forgot | recordar olvidar olvide | تذكر نسيت متذكر
play song music listen | cancion musica escuchar reproducir | اغنية موسيقى اسمع شغل
weather rain temperature forecast snow sunny | clima lluvia temperatura tiempo pronostico | طقس مطر حرارة جو
house home apartment | casa hogar apartamento piso | بيت منزل شقة دار
clean cleaning wash | limpiar limpieza lavar | تنظيف غسيل نظافة
child kid baby son daughter children kids | niño hijo hija bebe niños | طفل ولد اطفال اولاد ابن بنت
person human someone people agent representative operator | persona humano alguien agente operador gente | شخص انسان حدا احد موظف بشري حد
you yourself your | tu usted vos su | انت انتم حضرتك
good great nice fine excellent | bueno bien genial excelente | جيد كويس منيح حلو ممتاز تمام زين
bad terrible awful worst | malo pesimo terrible horrible | سيئ سيء زفت
big large huge | grande enorme | كبير كبيرة
small little tiny | pequeño chico | صغير صغيرة
new recent fresh latest | nuevo reciente ultimo | جديد جديدة حديث
old previous former past last earlier | viejo anterior pasado antiguo | قديم سابق قديمة
another other different else alternative second | otro otra diferente distinto | اخر اخرى ثاني ثانية مختلف تاني غير
same equal identical duplicate twice double | mismo igual doble duplicado | نفس مكرر مرتين مكررة
extra additional more | extra adicional mas | اضافي اضافية زيادة اكثر
all every each whole entire | todo todos cada entero | كل جميع
still yet already | todavia aun ya | لسا بعد مازال لسه لا يزال
like enjoy love favorite | gustar gusta favorito encanta | احب بحب مفضل اعجبني
hello hi hey greetings | hola buenas | مرحبا اهلا هلا سلام
bye goodbye farewell | adios chao | وداعا باي
thank thanks appreciate grateful | gracias agradecer | شكرا مشكور يسلمو
yes yeah sure correct right true affirmative agree | si claro correcto verdad cierto | نعم اجل صحيح اي ايوا اه
robot bot machine computer ai artificial | robot bot maquina ordenador | روبوت بوت الة
joke funny laugh humor | chiste broma gracioso | نكتة مضحك
meaning definition define mean | significado definicion significa | معنى تعريف يعني
word spell spelling | palabra deletrear | كلمة تهجئة
translate language speak | traducir idioma hablar | ترجمة لغة تتكلم تحكي
size big dimension measurement | talla tamaño medida | حجم قياس مقاس
color colour | color | لون
weight heavy | peso | وزن
order delivery deliver shipping ship dispatch shipment track tracking | pedido entrega envio entregar rastrear seguimiento | طلب توصيل تسليم شحنة تتبع شحن
return exchange | devolver cambio | ارجاع استبدال
store shop branch showroom outlet | tienda sucursal local | محل متجر فرع معرض
product item goods | producto articulo | منتج سلعة بضاعة
warranty guarantee | garantia | ضمان كفالة
installment installments emi financing monthly | cuotas plazos financiamiento mensual | تقسيط اقساط قسط
customer client user member | cliente usuario miembro | زبون عميل مستخدم
complaint complain dissatisfied unhappy | queja reclamo | شكوى اشتكي
apply application request ask | solicitar solicitud pedir preguntar | طلب اطلب تقديم اسال
join register enroll sign signup subscribe | registrar inscribir suscribir unirse | تسجيل اشتراك انضمام اسجل
accept allow approve approval support | aceptar permitir aprobar admitir | قبول تقبل موافقة تقبلون تدعم
use using utilize | usar utilizar | استخدام استعمل استخدم استعمال
allow permit let | dejar permitir | سماح اسمح تسمح يسمح
link connect connection connect | conectar conexion enlazar vincular | ربط اربط توصيل
virtual disposable temporary | virtual temporal desechable | افتراضية مؤقت افتراضي مؤقتة
physical actual real | fisica real | فعلية حقيقية فعلي
block blocked lock locked freeze frozen | bloquear bloqueado congelar | حظر محظور مقفل تجميد محجوب انحظر
unblock unlock unfreeze | desbloquear | فك الغاء
expire expired expiration renew renewal | caducar vencer expira renovar | انتهت صلاحية تنتهي تجديد
age old young | edad años | عمر سن
question ask answer | pregunta duda responder | سؤال استفسار جواب
recommend suggest suggestion recommendation advice | recomendar sugerir sugerencia consejo | تنصح اقتراح توصية نصيحة
compare difference versus better | comparar diferencia mejor | مقارنة فرق افضل احسن
history previous transactions transaction | historial transaccion movimientos | معاملات معاملة سجل عملية
recognize recognise unfamiliar unknown strange | reconocer reconozco desconocido raro | غريب معروف متعرف
happen happened occur going | pasar paso ocurrir sucede | حدث صار حصل يحدث بصير
`

export const REQUESTS: readonly (readonly { lang: string; words: readonly string[] }[])[] = WORDS.trim()
  .split('\n')
  .map((line) =>
    line.split('|').map((part, at) => ({ lang: ['en', 'es', 'ar'][at] ?? 'en', words: part.trim().split(/\s+/u) })),
  )
