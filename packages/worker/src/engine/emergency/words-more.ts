import { words } from './pattern.ts'

/** Further ways of saying it, found by speaking the part of many callers. Folded, without apostrophes. */
export const gasOpen = words(
  '(?:burner|stove|knob|oven|gas|valve|pilot)(?: \\w+){0,6} (?:left|on|open|out|off|unlit|running)(?: \\w+){0,4} (?:all (?:night|day)|hours|no flame|without|accident|overnight|by mistake)|(?:left|forgot)(?: \\w+){0,4} (?:gas|burner|stove)(?: \\w+)? on|full of gas|gas (?:is |was )?(?:filling|everywhere|all over|pouring|blowing)|mercaptan|pilot(?: light)?(?: \\w+){0,6} smell\\w*',
  '(?:llave|hornilla|quemador|estufa|perilla|gas|piloto)(?: \\w+){0,4} (?:abiert\\w*|prendid\\w*|sin flama|toda la noche)|(?:abiert\\w*|dej\\w+|olvid\\w+|qued\\w+)(?: \\w+){0,4} (?:llave|hornilla|quemador|estufa|gas)(?: \\w+){0,4} (?:toda la noche|abiert\\w*|huele|sin|desde)|lleno de gas|(?:sale|salio|saliendo|salir) (?:el |mucho )?gas|gas por toda',
  '(?:عين|طباخ|بوتاجاز|فرن|غاز|مفتاح|جره|انبوبه)\\p{L}*(?: \\p{L}+){0,4} (?:مفتوح|شغال|مفتوحه|سايب)(?: \\p{L}+){0,2} (?:طول|من|كل|الليل|ساعات)|كله غاز|مليان غاز|غاز (?:مالي|بكل|في كل)|معبا غاز',
)
export const hits = words(
  'hit|struck|ran over|backed into|dug into|digging',
  'pegamos|pego|pegue|golpe\\w*|pic\\w+|pinch\\w*|tron\\w*|excava\\w*',
  'ضرب|كسر|حفر|خبط|قطع|ثقب|دعس|صدم',
)
export const poisoned = words('poison\\w*|exposure|inhal\\w*', 'envenen\\w*|intoxic\\w*', 'تسمم|متسمم|خنق')
export const ppm = words('\\d+ ?ppm|ppm', '\\d+ ?ppm|partes por millon', '\\d+ (?:ppm|كربون)|جزء')
export const betterOutside = words(
  '(?:better|fine|ok|okay|goes away|go away|stops?|disappears|clears up|normal)(?: \\w+){0,6} (?:outside|outdoors|leave|left|go out|fresh air|out of the house|at work|step out)|(?:outside|leave|go out|step out|fresh air)(?: \\w+){0,6} (?:better|fine|goes away|stops|clears)|only (?:at home|inside|in the house|when (?:were|im|we are) (?:home|inside))|as soon as we (?:leave|go out|come (?:back|home|in))',
  '(?:salimos|salgo|salir|afuera)(?: \\w+){0,6} (?:bien|mejor|quita|pasa)|solo (?:cuando|aqui|adentro|en (?:la )?casa)|(?:quita|pasa|mejor\\w*)(?: \\w+){0,4} (?:salimos|salgo|salir|afuera|aire)',
  '(?:نطلع|اطلع|نخرج|اخرج|برا|طلعنا|بره)(?: \\p{L}+){0,5} (?:احسن|تمام|نتحسن|يروح|بيروح|منيح|كويس|يخف|بنتحسن)|(?:يروح|احسن|بيروح|يخف)(?: \\p{L}+){0,4} (?:نطلع|اطلع|برا|نخرج|بره)',
)
export const carRunning = words(
  '(?:car|truck|engine|motor|van|mower)(?: \\w+){0,3} (?:running|on|idling)(?: \\w+){0,4} (?:garage|carport|inside|indoors)|(?:garage|carport)(?: \\w+){0,5} (?:running|car on|engine)',
  '(?:carro|coche|camioneta|motor)(?: \\w+){0,3} (?:prendid\\w*|encendid\\w*|andando)(?: \\w+){0,4} (?:cochera|garaje|garage|adentro)',
  'سيار\\p{L}*(?: \\p{L}+){0,3} (?:شغال\\p{L}*|مشغل\\p{L}*|دايره)(?: \\p{L}+){0,3} (?:ب|في )?(?:ال)?(?:كراج|جراج|مراب)\\p{L}*',
)
export const outletBox = words(
  'breaker\\w*|panels?|outlets?|sockets?|plugs?|light fixtures?|fuse ?box|electric\\w*|chandelier|ceiling (?:light|fan)|lights?|lamp|power strip|switch\\w*|wir(?:es|ing)',
  'tablero\\w*|enchufes?|contactos?|caja de (?:luz|fusibles|la luz)|focos?|lamparas?|apagador\\w*|electric\\w*|centro de carga|cables?|cuadro|tomas?|interruptor\\w*|luces',
  'لوحه|فيش|افياش|كهرب|طبلون|لمبه|قاطع|ثريا|بريزه|اسلاك|مقبس|اللمبات|نجفه|سبوت|اضاءه|سلك',
)
export const reaches = words(
  'into|onto|through|reach\\w*|up to|inside|over|down|near|touching|around|out of|in the|on the|toward|next to|by the|hitting|soaked|wet',
  'al|en (?:el|la|los)|sobre|encima|hasta|por (?:el|la|los)|llega\\w*|cerca|adentro|mojad\\w*|dentro|toca\\w*',
  'علي|داخل|وصل|وصلت|جوا|جوه|فوق|من|عند|حوالين|قرب|صوب|لل|بال|ع',
)
export const waterMoves = words(
  'leak\\w*|drip\\w*|dripping|water|flood\\w*|pour\\w*|running',
  'gote\\w*|agua|inund\\w*|filtra\\w*|chorr\\w*|fuga',
  'مي|ميه|مياه|ماء|ماي|مويه|ينقط|تنقط|بتنقط|تسريب|عم تخر|غرق',
)
export const jolted = words(
  'touch(?:ed|ing)(?: \\w+){0,5} (?:wires?|panel|outlet|cable|line|box|socket|fence|switch|plug|appliance|lamp|light|washer|dryer|breaker)(?: \\w+){0,8} (?:thrown|threw|flew|jolt\\w*|heart|numb|shaking|fell|burn\\w*|unconscious|knocked|tingl\\w*|buzz\\w*|current|across|floor)|(?:feel|felt|feeling|get|got|getting|gives?|giving)(?: \\w+){0,3} (?:electricity|current|tingl\\w*|jolts?|a buzz|zaps?|shocks?|shock)|(?:thrown|threw|knocked)(?: \\w+){0,4} (?:by|from) (?:the )?(?:electric\\w*|current|shock)|electrif\\w*|(?:water|metal|sink|shower|pool|tub)(?: \\w+){0,3} (?:electric|live|electrified|zaps|tingl\\w*|charged)',
  '(?:toco|tocar|toque|agarro|metio)(?: \\w+){0,5} (?:cable|enchufe|contacto|tablero|alambre|corriente)(?: \\w+){0,6} (?:volando|avent\\w*|lanz\\w*|cayo|quem\\w*|temblando|desmay\\w*|tirad\\w*)|(?:siento|sentimos|senti|se siente)(?: \\w+){0,3} (?:corriente|hormigueo|electricidad|toques?|descarga)|(?:esta|estan) (?:electrificad\\w*|energizad\\w*)|(?:da|dan|pasa|hace) (?:la )?(?:corriente|luz|calambre)',
  '(?:لمس|مسك|دخل اصبع)\\p{L}*(?: \\p{L}+){0,4} و?(?:طار|رماه|نفض|وقع|انحرق|غاب|ارتج|رجف|رمته|نفضه)\\p{L}*|كهرب\\p{L}* (?:ضرب|مسك|صعق|نفض|نتع|لسع|رمت|لقط)\\p{L}*|في(?:ه|ها) (?:كهرب\\p{L}*|تيار)|(?:بحس|احس|نحس|حسيت) (?:ب|في )?(?:ال)?(?:كهرب|تيار|نمله|تنميل)\\p{L}*|تيار كهرب',
)
export const ambulance = words(
  '(?:need|call|send|get|want|where is)(?: \\w+){0,3} (?:an? )?(?:ambulance|paramedics?|911|999|112|medic|doctor (?:now|quick|asap|fast))|ambulance (?:now|please|quick)|^ambulance$',
  '(?:necesit\\w*|llam\\w*|mand\\w*|pid\\w*|urge|envi\\w*)(?: \\w+){0,3} (?:ambulancia|911|112|paramedic\\w*|medico urgente)|^ambulancia',
  '(?:بد|اطلب|محتاج|نحتاج|ابعث|ارسل|اتصل|جيب|نبي|ابغي|نريد|طلب|هات)\\p{L}*(?: \\p{L}+){0,2} (?:ال|لل|بال)?(?:اسعاف|دكتور ضروري|طوارئ بسرعه)',
)
export const severed = words(
  '(?:cut|chopped|sliced|lost|sawed|severed|ripped|took)(?: \\w+){0,5} (?:off|finger|fingers|thumb|fingertip)|(?:finger|thumb|hand|toe|fingertip)(?: \\w+){0,4} (?:off|hanging|gone|severed|detached)|(?:glass|nail|knife|metal|rod)(?: \\w+){0,4} (?:through|stuck in) (?:my|his|her)|bone (?:is )?showing|deep (?:cut|gash)|sliced open|gash',
  '(?:cort|moch|cercen|vol|arranc|amput)\\w+(?: \\w+){0,4} (?:dedos?|mano|pulgar)|(?:dedo|pulgar)(?: \\w+){0,3} (?:colgando|cortado|mochado)|enterr\\w+(?: \\w+){0,3} (?:clavo|vidrio|cuchillo|varilla)|cortada (?:muy |bien )?(?:honda|profunda)|se ve el hueso',
  '(?:قص|قطع|انقص|انقطع|طار|بتر)\\p{L}*(?: \\p{L}+){0,2} (?:اصبع|صباع|اصابع|ايد|يد|كف)\\p{L}*|(?:اصبع|صباع)\\p{L}* (?:انقطع|انقص|طار|متدلي|معلق)\\p{L}*|جرح عميق|العظم (?:طالع|مبين|باين)|دخل (?:مسمار|زجاج|سكين)',
)
export const struggling = words(
  '(?:cant|cannot|hard to|unable to|couldnt|trouble|difficulty|hardly|barely)(?: \\w+){0,6} (?:breathe?|breathing|swallow(?:ing)?|saliva|spit)|airway|drooling|tongue(?: \\w+){0,3} (?:pushed|up|swollen)|gasp\\w*|not (?:breathing|getting air)|isnt breathing|(?:he|she|baby|im|dad|mom|son|daughter) (?:is |cant |wont )*(?:blue|choking)',
  '(?:no|sin|cuesta|dificil|trabajo)(?: \\w+){0,5} (?:respir\\w*|tragar|pasar saliva)|babeando|se (?:esta )?(?:poniendo|puso) (?:azul|morad\\w*)',
  '(?:مو|مش|ما|لا|مب|مهو)(?: عم)? ?(?:ب)?(?:ي|ت|ا|ن)?(?:تنفس|بتنفس|قادر يتنفس|عم يتنفس)\\p{L}*|(?:ت|ي|ب|بت|عم ت|عم ي)?ختنق\\p{L}*|(?:ال)?بلع صعب|صعب (?:ا|ي|ت)?(?:بلع|تنفس)\\p{L}*|ريق',
)
export const standsToJump = words(
  '(?:standing|sitting|im|i am|hes|shes|up) on (?:the|a|top of the) (?:bridge|ledge|edge|roof|rooftop|railing|balcony|overpass|tracks)|(?:use|using|turn) (?:it|the gun|this) on (?:myself|me)|(?:texted|sent|wrote|left|said|saying|posted)(?: \\w+){0,4} (?:goodbye|good bye|suicide note|a note|farewell|final)|wish i (?:was|were|had) (?:never|not|dead)|wish (?:it|everything|life) (?:would|was|were) (?:just )?(?:end|over)|(?:life|living|world)(?: \\w+){0,4} (?:without me|pointless|meaningless|too much to)|(?:counting|lined up|saved up|got|have|holding)(?: \\w+){0,3} (?:pills|tablets|razor|blade)|(?:cutting|hurting|starving|burning) (?:herself|himself|myself|themself)|(?:tonight|today) (?:is|will be) (?:the|my) (?:last|night)|i (?:cant|dont) (?:do|see|take|handle) (?:this|life|any of this|a future|it)(?: \\w+)? (?:anymore|any longer|any more|future)|nothing (?:left )?to live for|no one (?:will|would) (?:notice|miss|care)|want (?:to|it) (?:all )?(?:just )?(?:disappear|stop existing|over|sleep forever|never wake)|sleep and (?:not|never) wake|made (?:a|my) plan|(?:hes|shes|my \\w+) (?:is )?(?:talking|talks|threatening|keeps talking|threatened)(?: \\w+){0,2} (?:about )?(?:dying|ending|killing|suicide|hurting)|written (?:my )?(?:letters?|will|note)|hang(?:ed|ing)? (?:him|her)self',
  '(?:estoy|esta|subid\\w*|parad\\w*)(?: \\w+){0,3} (?:en|al) (?:el |la |un |una )?(?:puente|azotea|borde|orilla|techo|cornisa|barandal)|voy a (?:saltar|tirarme|aventarme|brincar)|ojala (?:no|nunca|me)(?: \\w+){0,3} (?:despert\\w*|nacid\\w*|muriera|amanec\\w*)|(?:se (?:va|quiere|queria|intento|trato)|me (?:voy|quiero|queria))(?: \\w+){0,2} (?:matar|suicidar|morir|quitar la vida|ahorcar|colgar|cortar)|(?:nada|no hay)(?: \\w+){0,3} (?:por que vivir|sentido|razon para (?:vivir|seguir))|todo seria mejor (?:si|sin)|mejor me muero|no aguanto mas (?:la|esta|vivir)|ya no aguanto|me (?:rindo|despido)|(?:escribio|mando|dejo|escribi)(?: \\w+){0,4} (?:despedida|despidiendose|adios)|se (?:esta )?(?:cortando|lastimando)|tengo (?:las pastillas|la soga|el arma|todo) list\\w*|dormir y (?:ya )?no despertar|habla de (?:morirse|matarse|suicidarse|quitarse)|nacer|ya no estare|no voy a estar (?:aqui )?manana',
  '(?:واقف|طالع|قاعد|انا)\\p{L}*(?: \\p{L}+){0,2} (?:علي|ع|فوق|عال)? ?(?:ال)?(?:جسر|سطح|سطوح|حافه|كوبري|بلكونه|شباك)\\p{L}*|(?:عال|ع ال)(?:جسر|سطح|كوبري)|يا ?ريت\\p{L}*(?: \\p{L}+){0,2} (?:انولد|مت|موت|اموت|اتولد|ما صحي)\\p{L}*|ليتني (?:لم|ما|مت|اموت)|(?:ما|مو|مش|لا|ماعاد|ما عاد)(?: \\p{L}+){0,2} ?(?:بد|بدي|اريد|تريد|يريد|عايز|عاوز|ابغي|ابي|يبي|حاب|عندي طاقه|قادر)\\p{L}* ?(?:ا|ي|ت)?(?:عيش|كمل|حيا|العيشه|اصحي|ضل)\\p{L}*|(?:اخر) (?:رساله|كلام|مره|يوم|ليله)|(?:كتب|بعت|ارسل|ترك)\\p{L}*(?: \\p{L}+){0,3} (?:وداع|وصيه|رساله وداع)|(?:جرح|شطب|قطع)\\p{L}* (?:ايد|يد|شرايين|نفس|حال|معصم)\\p{L}*|اشنق|مشنقه|(?:الموت|موتي) (?:احسن|ارحم|افضل|راحه)|(?:بحكي|يحكي|بتحكي|يتكلم|يقول|بيقول|تقول|قال|قالت)\\p{L}*(?: \\p{L}+){0,4} (?:ا|ي|ت|ه|ح|رح |بده |بدها |يريد |ان )*(?:نتحر|موت حال|قتل حال|قتل نفس|موت نفس|نهي حيات)\\p{L}*|ارم(?:ي|ى) (?:نفسي|حالي)|انط من|اخر مره (?:ت|ب)?(?:كلم|سمع)\\p{L}*|بلا معني|ما بشوف (?:لازمه|معني|امل)|فقدت الامل',
)
export const abscess = words(
  'abscess\\w*|abcess\\w*|absess\\w*|tooth infection|infected tooth|(?:cheek|face|jaw|gum)(?: \\w+){0,3} (?:swollen|swelled|puffy|swelling)',
  'absces\\w*|flemon|postemilla|infeccion (?:en|de) (?:la |el )?(?:muela|diente)|(?:cara|cachete|encia)(?: \\w+){0,3} (?:hinchad\\w*|inflamad\\w*)',
  'خراج|(?:خد|وجه|وش|لثه)\\p{L}*(?: \\p{L}+){0,2} (?:ورم|متورم|منفوخ|وارم|ورمان|منتفخ)\\p{L}*|التهاب (?:في|ب) (?:ال)?(?:ضرس|سن)',
)
export const breakingDown = words(
  '(?:breaking|break|kick|smash|beat|knock|busting)(?:ing)? (?:down|in) (?:my|the|our) (?:door|window)|(?:prowler|trespass\\w*|robber|thief|thieves|looters|masked|carjack\\w*|mugg(?:ed|ing))|(?:glass|window) (?:just )?(?:broke|breaking|smash\\w*)(?: \\w+){0,4} (?:someone|downstairs|footsteps|in)|footsteps (?:downstairs|inside)|(?:heard|hear) (?:someone|somebody|footsteps|shots|gunshots|screaming)|(?:ex|husband|boyfriend|man|he|dad|stepdad|roommate)(?: \\w+){0,5} (?:(?:is |was )?(?:drunk|violent|rage|threatening|hurting|choked|slapped|punched|shoved|swinging|screaming at)|put his hands|hands around)|help (?:me )?he(?:s| is)|police (?:now|please|quick)|call the (?:police|cops)|(?:need|send) (?:the )?(?:police|cops)|restraining order|(?:man|guy|customer|someone)(?: \\w+){0,3} (?:attacking|threatening|fighting|stabbed|shooting|with a (?:gun|knife|machete|bat))',
  '(?:llam\\w*|necesit\\w*|mand\\w*) (?:a )?(?:la )?policia|(?:patea|golpea|tumba|rompe)(?:n|ndo|ron)? (?:la )?(?:puerta|ventana)|(?:se oyen|escucho|oigo|oimos|escuchamos) (?:pasos|balazos|disparos|tiros|gritos|ruidos)|(?:esta|llego|viene) (?:borracho|armado|violento)|me (?:jalo|empujo|cacheteo|aventó|avento|ahorco|dio (?:un )?(?:golpe|punetazo))|me tiene (?:amenazad\\w*|encerrad\\w*|miedo)|(?:quiere|intenta) (?:entrar|golpear\\w*|hacerme)|(?:unos|un) (?:hombres?|tipos?|encapuchad\\w*|armad\\w*)',
  '(?:اتصل|اطلب|جيب|ابعث|بد|نريد|محتاج)\\p{L}*(?: \\p{L}+){0,2} (?:ال|لل|بال)?(?:شرطه|بوليس|نجده)|(?:سامع|سمع|بسمع|اسمع)\\p{L}*(?: \\p{L}+){0,3} (?:خطوات|رصاص|طلق|صراخ|تكسير|حدا|اطلاق|ضرب نار)\\p{L}*|(?:عم |قاعد |ب)?(?:ي|ت)(?:لاحق|لحق|تبع|طارد|هدد|ضرب|خنق)(?:ني|نا)(?!\\p{L})|عم يلحقني|بيلحقني|(?:سكران|هايج) (?:و|عم)|حاط\\p{L}* قنبله|(?:سرق|يسرق|بيسرق|عم يسرق)\\p{L}*(?:نا|ونا|وني|ني)|(?:بدو|بده|عايز|يريد|ناوي) (?:ي|ان ي)?(?:اذي|قتل|ضرب|دبح|ذبح|خطف)\\p{L}*',
)
export const labour = words(
  '(?:baby|head) is coming|in labor|contractions|water (?:just )?broke(?: \\w+){0,4} (?:pregnant|baby|contractions|weeks|im|wife)|miscarr\\w*|pregnant(?: \\w+){0,5} (?:bleed\\w*|fell|pain)',
  'ya viene el bebe|trabajo de parto|se rompio la fuente|contracciones|embarazada(?: \\w+){0,4} (?:sangr\\w*|cayo|dolor)',
  'عم (?:ت)?ولد|بتولد|طلق|مية الراس|نزلت المي|حامل(?: \\p{L}+){0,4} (?:تنزف|نزيف|وقعت|الم شديد)',
)
