import { fold } from '../text/index.ts'

/**
 * Words that questions to a business are made of, whatever the business: the ones that are never a slip for a word of its
 * pages, and that slips are set right to. Most frequent first.
 */
const lists: Readonly<Record<string, string>> = {
  en: `how much what when where which who why you your are the for and can does have with there that this they from will would could
    should about after before during open opens opened opening close closes closed closing today tonight tomorrow yesterday monday
    tuesday wednesday thursday friday saturday sunday weekend weekends weekday weekdays morning afternoon evening night hours hour
    minutes minute days week weeks month months year years time times price prices pricing cost costs charge charges fee fees rate
    rates pay payment payments card cards cash check checks credit debit accept take takes taking free phone number call text email
    address located location office website service services offer offers provide need needs want wants know get give come comes
    coming visit visits appointment appointments book booking schedule cancel reschedule change emergency emergencies available
    urgent customer customers patient patients client clients new first last next another other more less most best cheap cheaper
    cheapest expensive long short soon quick quickly fast often late early much many installed install installation installing repair
    repairs repairing replace replaced replacement replacing clean cleaning cleaned fix fixed fixing work works working worked help
    helps problem problems question questions guarantee guaranteed warranty insurance insured licensed license discount discounts
    senior seniors plan plans include included includes covered cover covers parking area areas serve town city street near people
    person someone anyone anybody everybody children child kids women woman men man home house apartment villa building room rooms
    kitchen bathroom water heater heating cooling air light lights door window floor wall roof car cars small large big old broken
    leak leaking blocked noise smell cold hot warm still already again always never only also just really please thanks thank hello
    right left back down over under between without wear worn bring buy sell send find look looking make made keep start started stop
    please speak language english spanish arabic holiday holidays christmas easter ramadan eve whether because instead into than then
    them their these those were been being going allowed possible able must may might shall happens happen`,
  es: `cuanto cuanta cuantos cuantas cuesta cuestan vale precio precios costo cobran cobra tarifa que cual cuales cuando donde como quien
    por para con sin desde hasta entre sobre antes despues durante hoy manana ayer lunes martes miercoles jueves viernes sabado sabados
    domingo domingos semana semanas mes meses ano anos dia dias hora horas horario horarios minutos abierto abiertos abren abre cierran
    cierra cerrado cerrados tienen tiene hacen hace pueden puede puedo necesito quiero quisiera aceptan acepta tarjeta tarjetas efectivo
    pago pagos pagar seguro seguros descuento descuentos telefono numero correo direccion oficina servicio servicios cita citas visita
    visitas emergencia emergencias urgencia cliente clientes paciente pacientes nuevo nueva nuevos nuevas garantia licencia licencias
    incluye incluyen ofrecen atienden trabajan vienen llegan instalar instalacion reparar reparacion cambiar cambio limpieza limpiar
    casa agua aire calefaccion calentador luz puerta cocina cuanto tiempo dura tarda tardan mucho mas menos tambien ustedes usted
    gracias hola favor primera primer ultimo proximo ninos mujeres persona personas`,
  ar: `كم سعر السعر متى تفتحون تغلقون هل لديكم عندكم اليوم غدا السبت الأحد الاثنين الثلاثاء الأربعاء الخميس الجمعة ساعات العمل عنوان العنوان رقم هاتف
    موعد زيارة خدمة خدمات تقبلون الدفع بطاقة بطاقات نقد شيكات ضمان تأمين خصم مجاني مجانا طوارئ تركيب تنظيف صيانة إصلاح تغيير فحص كشف شقة فيلا بيت
    مكتب المكتب مفتوح مغلق أين وين تعملون نعم كيف كهرباء ماء سخان مكيف`,
}

/** What people type for a word, by language: chat spelling, and slips too short to be told otherwise. */
const shorthand: Readonly<Record<string, string>> = {
  en: `u=you ur=your r=are ya=you yu=you yuo=you hw=how hwo=how wat=what wht=what waht=what wats=what's wut=what teh=the hte=the pls=please plz=please thx=thanks
    hrs=hours hr=hour mins=minutes min=minutes b4=before tmrw=tomorrow tmr=tomorrow tomoro=tomorrow tonite=tonight nite=night hav=have hv=have abt=about cuz=because appt=appointment
    appts=appointments yall=you y'all=you gonna=going wanna=want gotta=must temp=temperature temps=temperatures info=information mcuh=much muhc=much
    msg=message num=number addr=address wich=which whcih=which thier=their cna=can alot=much
    bc=because w/=with w/o=without 2day=today 2morrow=tomorrow thru=through`,
  es: `q=que k=que xq=porque pq=porque tb=también tmb=también x=por d=de aki=aquí kiero=quiero ola=hola grax=gracias cta=cita`,
  ar: `متا=متى بكام=بكم كام=كم فين=أين ايمتى=متى إمتى=متى امتى=متى`,
}

export const commonWords: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(lists).map(([lang, list]) => [lang, [...new Set(list.split(/\s+/u).map(fold))]]),
)

export const shorthands: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(
  Object.entries(shorthand).map(([lang, list]) => [
    lang,
    new Map(
      list
        .split(/\s+/u)
        .map((pair) => pair.split('=').map((side, at) => (at === 0 ? fold(side) : side)) as [string, string]),
    ),
  ]),
)
