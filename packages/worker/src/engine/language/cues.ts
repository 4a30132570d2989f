/**
 * What gives a language written in Latin letters away: words nearly only it uses (weight 2), words it shares or that are
 * short (weight 1), and endings. Spelled with accents; the detector also knows each without.
 */
export interface Cues {
  strong: string
  weak: string
  endings: RegExp
  letters: RegExp
}

export const CUES: Readonly<Record<string, Cues>> = {
  en: {
    strong: `the and you your yours what when where which who whose how why is are was were do does did don't doesn't can't won't i'm
      i'd i'll i've it's what's that's my mine we our they their there this these those with from have has had would could should
      will can may might must need want like know tell get got give make take find help please thanks thank hello hi hey yes yeah
      yep nope today tomorrow yesterday tonight morning afternoon evening night week weekend month year monday tuesday wednesday
      thursday friday saturday sunday sundays saturdays open opened closed close hours hour price prices cost costs much many
      appointment book booking schedule reschedule cancel call phone number email address near emergency water heater furnace leak
      leaking broken repair fix cleaning service services pay payment card money bill free quote estimate insurance person human
      speak talk someone anyone something about after before because but for just not now only other out over some than then too up
      very well if of to by at am been being any smell smells smelling smoke smoking fire flood flooding burst heat heating cooling hot cold house home
      kitchen basement baby child kids hurt bleeding breathing power outlet sparks alarm beeping dizzy headache every everybody everyone here's where's who's good great sorry sure maybe right again still also`,
    weak: `a i an in on it me no so as be he us or ok okay bye all one two`,
    endings: /(?:ing|tion|ness|ment|ful|less|ly|ed|ght|ck|th|sh|ys|ould|ence|able)$/u,
    letters: /w[aeh]|th|sh|ck|gh|ee|oo|k[ne]|y$/u,
  },
  es: {
    strong: `el los las una unos unas del que qué quién quien cómo como cuándo cuando dónde donde cuál cual cuánto cuanto cuánta cuántos
      cuánta cuesta cuestan vale valen por para pero porque con sin sobre desde hasta entre muy más mas también tambien está esta están estan
      estoy este esto estas ese eso es son soy eres somos hay tiene tienen tengo tienes quiero quisiera quieren necesito puedo puede pueden
      puedes podría podria hacer hace haces hago hola buenas buenos días dias tardes noches gracias favor sí claro vale adiós adios
      hoy mañana manana ayer ahora semana mes año lunes martes miércoles miercoles jueves viernes sábado sabado sábados domingo domingos
      horario horarios hora horas abren abre abierto abierta cierran cierra cerrado precio precios costo coste cita citas reservar
      agendar cancelar cambiar llamar llame teléfono telefono número numero correo dirección direccion cerca urgencia emergencia agua
      caliente calentador calefacción calefaccion aire acondicionado fuga gotera roto rota arreglar reparar reparación limpieza
      servicio servicios pagar pago tarjeta dinero factura gratis presupuesto seguro persona humano hablar alguien algo otro otra todo
      todos nos les ustedes usted nosotros mis tus sus mi tu su yo ella ellos aquí aqui allí ni ya así bien mal niño casa perro
      ayuda ayúdame atienden ofrecen trabajan aceptan dentista dolor muela diente dientes y tarde olor huele huelo funciona enfría calienta sirve anda mi mis tengo dónde busco molesta verdad eres`,
    weak: `la lo le un al de en me te se si no o a e u ha he va da qué ok okay`,
    endings:
      /(?:ción|cion|ciones|mente|idad|idades|ando|iendo|aron|ieron|arse|erse|irse|ado|ados|ada|adas|ido|idos|ida|idas|amos|emos|imos|ería|eria|ito|ita|itos|itas|ero|era|eros|eras|aje|dor|dora|ar|er|ir|oso|osa|ble|es|os|as)$/u,
    letters: /[ñ¿¡]|[aeo]$|ll|rr|qu[ei]|[áíóú]/u,
  },
  fr: {
    strong: `les des est sont vous nous avec pour dans sur une que qui quoi où quand comment combien pourquoi je tu il elle bonjour merci
      ouvert fermé êtes avez puis rendez prix votre vos mon ma mes c'est j'ai oui cette ces au aux du et`,
    weak: `le la un en de ne pas se à`,
    endings: /(?:tion|eux|euse|ment|ez|ais|ait|ée|ées|eau|aux|oir)$/u,
    letters: /[çèêëîïôœùû]|eau|oi|ou/u,
  },
  pt: {
    strong: `os uma você vocês não sim são está obrigado obrigada olá bom dia quanto custa onde quando como preço horário aberto fechado
      eu ele ela nós meu minha seu sua com para por mais também fazer tem temos quero preciso posso amanhã hoje ao dos das na no nas`,
    weak: `o a um e de do da em que se`,
    endings: /(?:ção|ções|mente|dade|inho|inha|ando|endo|ado|ada|ar|er|ir|agem)$/u,
    letters: /[ãõç]|lh|nh/u,
  },
  de: {
    strong: `der die das ein eine einen und ist sind ich du wir ihr sie nicht wie wann wo was wer haben habe kann können möchte brauche
      bitte danke hallo guten tag morgen heute geöffnet geschlossen preis kostet viel uhr für mit von zum zur auf auch oder aber`,
    weak: `in an am es so im zu`,
    endings: /(?:ung|ungen|keit|heit|lich|isch|chen|en|er|ern|st|te)$/u,
    letters: /[äöüß]|sch|ch|ei|ie/u,
  },
  it: {
    strong: `il gli della dei delle che chi cosa quando dove quanto costa sono siete è avete grazie ciao buongiorno vorrei posso oggi
      domani aperto chiuso prezzo per con una non anche più`,
    weak: `la le lo un di da in e a i`,
    endings: /(?:zione|zioni|mente|ità|ando|endo|are|ere|ire|ato|ata|ati|ini|oni)$/u,
    letters: /[àèìòù]|gli|zz|cch|[aeio]$/u,
  },
}
