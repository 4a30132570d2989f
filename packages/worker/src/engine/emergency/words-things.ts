import { words } from './pattern.ts'

/** What an emergency is about, in the three languages: folded, without apostrophes, accents or vowel signs. */
export const gas = words('gas|propane|lpg|butane', 'gas|propano|butano|bombona|garrafa', 'غاز|جره الغاز|انبوبه الغاز')
export const gasLine = words(
  'gas (?:line|pipe|main|meter|hose|valve|tank)|propane tank',
  '(?:tuberia|tubo|manguera|linea|toma|llave|tanque|cilindro|valvula|medidor|pipa)s? (?:de |del )gas',
  '(?:انبوب|ماسوره|خرطوم|خط|عداد|اسطوانه|جره|بربيش|محبس|مفتاح) (?:ال)?غاز',
)
export const smell = words(
  'smell|smells|smelling|smelled|smelt|odou?rs?|stinks?|stinking|stank|reeks?|reeking|stench|whiff|fumes',
  'huele|huelen|huelo|olor|olores|oler|oliendo|olemos|olia|apesta|apestando|peste|tufo|hiede|hediondo',
  'ريحه|ريحت|رايحه|رواي?ح|ريحه|اشم|نشم|شامه|شامم|شامين|شاممين|شمينا|شميت|تشم|بشم|بنشم|يشم',
)
export const rottenEggs = words(
  'rotten eggs?|bad eggs?|eggy|sul(?:f|ph)ur(?:y)?|rotten',
  'huevos? podridos?|podrido|azufre|huevos? (?:malos?|pasados?)',
  'بيض (?:فاسد|معفن|خربان|مخمج|خايس|ممشش|عفن)|كبريت',
)
export const leaks = words(
  'leak|leaks|leaking|leaked|escaping|coming out',
  'fuga|fugas|escape|escapando|se (?:esta )?sal(?:e|iendo)|saliendo|se fuga|fugando|tirando',
  'تسرب|تسريب|يسرب|بيسرب|مسرب|يهرب|تهريب|يتسرب|تسربت|طالع|يطلع|بيطلع|بيطلع|طلع',
)
export const hiss = words(
  'hiss(?:es|ing)?|whistl(?:es|ing)',
  'silb\\w*|silv\\w*|chifl\\w*|sise\\w*|zumbido',
  'تصفر|يصفر|صفير|بيصفر|بتصفر|هسهس|هسيس|فحيح|يوشوش|بتوش|بيوش',
)
export const carbonMonoxide = words(
  'carbon monoxide|carbon monoxyde|co (?:light|thing|one|alert|warning|alarms|detectors)|monoxide|monoxid|co (?:alarm|detector|sensor|monitor|meter|reading|level|levels|poisoning)',
  'monoxido|(?:detector|alarma|sensor) de co(?![a-z])',
  'اول اكسيد|احادي اكسيد|مونوكسيد|كربون|ثاني اكسيد',
)
export const alarm = words(
  'alarms?|detectors?|sensors?|monitor|thing on the (?:wall|ceiling)',
  'alarmas?|detector\\w*|sensor\\w*|aparato',
  'انذار|جهاز|كاشف|حساس|منبه|صفاره',
)
export const sounds = words(
  'going off|went off|goes off|beep(?:s|ing|ed)?|beeping|ringing|rings|sounding|screaming|blaring|screeching|keeps|reads|reading|shows|showing|says|said|ppm|loud|activated|triggered|wont stop|wont shut up|high levels?|flashing|red light',
  'prendio|disparo|loca|sonando|suena|sono|pita|pitan|pitando|pitar|pitido|marca|marcando|activo|activada|disparo|chillando|no (?:deja|para) de|ppm|alta|luz roja|pitidos',
  'قاري|عم يقري|معطي|ما سكت|يرن|رن|يزمر|بيزمر|يصفر|بيصفر|بيزن|يصيح|يطن|اشتغل|بيرن|عم يرن|يدق|صوت|شغال|ما (?:عم )?(?:يوقف|بيوقف|يسكت)|لا يتوقف|يقرا|ضرب|بيضرب|يزعق|عم يزمر|يعطي (?:انذار|قراءه)',
)
export const sick = words(
  'heads? (?:is |are )?(?:pounding|spinning|throbbing)|head ?aches?|migraines?|dizzy|dizziness|nause\\w*|throwing up|threw up|vomit\\w*|puk(?:e|ed|ing)|(?:feel|feels|feeling|got|are|all) (?:really |so |very )?(?:sick|ill|weird|funny|awful|weak|drowsy|sleepy)|faint|fainted|fainting|confused|pass(?:ed|ing) out|light ?headed|woozy|drowsy|groggy|wont wake|head hurts|heads hurt|heads pounding|unwell|disoriented',
  'mareamos|marea|mareo\\w*|maread\\w*|maree\\w*|nauseas?|vomit\\w*|dolor de cabeza|dol\\w+ (?:mucho )?la cabeza|duele la cabeza|desmay\\w*|con sueno|confundid\\w*|debil\\w*|atontad\\w*|no despierta|se sient\\w* (?:muy )?(?:mal|mareada)|ganas de vomitar|jaqueca|siento mal|sentimos mal|aturdid\\w*',
  'دايخ|دوخ|دوار|صداع|مصدع|صدع|راسي|راسنا|راسها|غثيان|غميان|استفرغ|تستفرغ|يستفرغ|ترجع|يرجع|نستفرغ|بيرجع|اغمي|اغماء|مو قادر يوقف|نعسان|لعي|تعبان|دايخين|خمول|غايب|فقد الوعي|تقيا|يتقيا|مسطول',
)
export const burner = words(
  'furnace|boiler|heater|generator|grill|charcoal|stove|fireplace|(?:car|engine|truck|motor) running|bbq|barbecue|hibachi|chimney|flue|camp stove|left the car (?:on|running)|coals|wood burner|heat on',
  'calentador|boiler|caldera|generador|planta|anafre|carbon|brasero|estufa|chimenea|calefaccion|calenton|(?:coche|carro|motor) (?:prendido|encendido)|lena|parrilla|asador',
  'سخان|دفايه|صوبيا|صوبه|مولد|فحم|منقل|كانون|حطب|موقد|جمر|بويلر|شوفاج|شوايه|ماتور',
)
export const indoors = words(
  'inside|indoors|garage|in (?:the|our|my) (?:house|room|basement|bedroom|kitchen|tent|living room|apartment|cabin|trailer)',
  'adentro|dentro|al cuarto|en (?:el|mi) cuarto|garaje|cochera|en la (?:sala|casa|recamara|cocina)|habitacion',
  'داخل|جوا|جوه|غرفه|كراج|بالبيت|في البيت|الشقه|صاله|مغلق|مسكر',
)
export const everyone = words(
  'every ?one|every ?body|we all|all of us|both (?:of us|kids)|whole (?:family|house|office)|my family|were all|the (?:kids|dog|cat)|all (?:feel|have|got)',
  'todos|toda la familia|mi familia|los ninos|a todos|los dos|ambos|hasta el perro',
  'كلنا|كل اللي|الكل|كلهم|عيله|عايله|اولاد|عيال|كل البيت|كل من',
)
export const electric = words(
  'outlets?|plugs?|sockets?|breakers?|breaker ?box|(?:electric\\w*|fuse|breaker|circuit) (?:panel|box)|panel|electric\\w*|wires?|wiring|light switch|switch|fuse ?box|cords?|power strip|extension|charger|light fixtures?|lights?|lamp|chandelier|ceiling fan|transformer|lamp|meter box|light bulb|junction box|toaster|microwave|tv|computer',
  'enchufes?|contactos?|tomacorrientes?|tomas?|apagador\\w*|interruptor\\w*|tableros?|cuadro|cables?|cableado|luz|luces|electric\\w*|electricidad|centro de carga|focos?|lamparas?|ventilador|transformador|pastillas|fusibles?|regleta|multicontacto|breakers?|caja de luz|corriente|diferencial',
  'فيش|فيشه|افياش|كهرب|لوحه|طبلون|سلك|اسلاك|مفتاح|ثريا|قاطع|بريزه|ابريز|لمبه|لمبات|كيبل|كابل|عداد|تابلوه|توصيله|محول|مقبس|شاحن|مروحه|وصله|سويتش|ديجنتور|قواطع|بلكات|بلك|لمضه|نجفه',
)
export const water = words(
  'water|sewage|sewer|sewerage|toilet|flood(?:ed|ing|s)?',
  'agua|aguas|drenaje|alcantarilla|cloaca',
  'مي(?!\\p{L})|ميه|مياه|ماء|مجاري|ماي|مويه|صرف|مطر',
)
export const pipe = words(
  'pipes?|water main|main (?:line|water|pipe)|hose|water line|supply line|water heater|hot water tank|tank|hydrant|sprinkler|valve|washing machine|radiator|faucet|tap|spigot',
  'tub\\w+|canos?|canerias?|mangueras?|tinaco|calentador|boiler|valvula|toma de agua|cisterna|radiador|llave|lavadora|termo|grifo|bajante|latiguillo',
  'ماسور|مواسير|انبوب|انابيب|حنفي|خزان|سخان|خرطوم|بربيش|محبس|صمام|تانكي|تنكي|قسطل|قساطل|غساله|صنبور|راديتر|بيب|بايب',
)
export const tooth = words(
  'tooth|teeth|molars?|jaw|gums?|extraction|extracted|root canal|wisdom|socket|braces|dental|pulled|implant|mouth',
  'dientes?|muelas?|mandibula|encias?|extraccion|quijada|colmillo|paleta|boca|implante|cordal\\w*',
  'سن|سني|سنه|سنها|سنان|ضرس|اسنان|فك|لثه|خلع|قلع|ناب|عقل|فمي|تمي|بوقي',
)
export const person = words(
  'he|hes|she|shes|him|her|my (?:husband|wife|son|daughter|mom|mum|mother|dad|father|brother|sister|kid|baby|boy|girl|friend|coworker|grandma|grandpa|boyfriend|girlfriend|neighbor|roommate|uncle|aunt)|i|me|someone|somebody|worker|guy|patient|man|woman|lady|im|ive|customer',
  'mi (?:esposo|esposa|marido|mujer|hijo|hija|mama|papa|hermano|hermana|abuela|abuelo|bebe|amigo|amiga|suegra|novio|novia|padre|madre|companero|nino|nina)|el nino|la nina|el senor|la senora|alguien|un (?:senor|hombre|trabajador)|me|se|le|yo|paciente',
  'ابني|بنتي|زوجي|زوجتي|مراتي|جوزي|امي|ابوي|ابي|اخوي|اخي|اختي|جدي|جدتي|ستي|عامل|رجل|حدا|واحد|ولدي|طفلي|صاحبي|زميلي|خالي|عمي|والدي|والدتي|بابا|ماما|انا|الولد|البنت|ست|مريض',
)
