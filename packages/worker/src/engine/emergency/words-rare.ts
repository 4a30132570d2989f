import { words } from './pattern.ts'

/** Signs that speak of a cause only together with another word. Folded, without apostrophes. */
export const canItWait = words(
  'wait (?:until|till|for)|can (?:it|this|that) wait|should (?:i|we) (?:leave|go|worry|call|be worried|evacuate|open|get out|turn|shut|stay)|is (?:it|that|this) (?:ok|okay|safe|dangerous|normal|bad|serious|urgent|an emergency)|what (?:do|should) (?:i|we) do|do i need to (?:leave|call|worry)|open(?:ed|ing)? (?:the |all )?windows?|evacuat\\w*|stay (?:here|inside|in the house)|get out|kids? (?:are )?(?:asleep|sleeping|inside|home)',
  'puede esperar|espero|esperar|debo (?:salir|llamar|preocupar\\w*)|(?:es|sera) (?:peligroso|grave|normal|urgente|seguro)|que (?:hago|hacemos|debo)|abr\\w+ (?:las )?ventanas?|salirnos|nos salimos|evacuar|me preocupo',
  '(?:نستني|استني|انتظر|ننتظر|يستني|تستني|ينتظر)\\p{L}*|خطر|خطير|طبيعي|عادي|شو (?:اعمل|نعمل|اسوي)|ماذا (?:افعل|نفعل)|(?:ا|ن)?فتح\\p{L}* (?:ال)?(?:شباك|شبابيك|نوافذ|طاقه)\\p{L}*|نطلع|اطلع|نخرج|اخلي|لازم',
)
export const gasWords = words('gas|gassy|propane|butane|rotten|sulfur', 'gas|propano|butano', '(?:ال)?غاز')
export const sootyFlame = words(
  'soot\\w*|(?:yellow|orange) flames?|flame is (?:yellow|orange)|backdraft\\w*|(?:blocked|clogged|disconnected|broken)(?: \\w+)? (?:flue|chimney|vent|exhaust)',
  'hollin|tizne|flama (?:amarilla|naranja)|(?:tapad\\w*|bloquead\\w*)(?: \\w+){0,3} (?:chimenea|salida|ducto|tiro)',
  'سناج|هباب|شحبار|لهب (?:اصفر|برتقالي)|(?:مدخنه|بوري|شفاط|هود)\\p{L}* (?:مسدود|مخلوع|مكسور)\\p{L}*',
)
export const animalsDown = words(
  '(?:bird|dog|cat|pet|hamster|parrot|fish)s?(?: \\w+){0,4} (?:died|dead|passed out|acting (?:weird|strange|funny)|limp|wobbl\\w*|collapsed|lethargic|vomit\\w*|cant stand)',
  '(?:perr[oa]|gat[oa]|perico|pajar\\w*|mascota)s?(?: \\w+){0,4} (?:muri\\w*|muert\\w*|desmay\\w*|tambale\\w*|vomit\\w*|rar\\w*|debil)',
  '(?:كلب|قطه|بسه|عصفور|طير|ببغاء|القط)\\p{L}*(?: \\p{L}+){0,3} (?:مات|ماتت|دايخ|وقع|غايب|يستفرغ|اغمي)\\p{L}*',
)
export const sleepyAll = words(
  '(?:everyone|everybody|we|all of us|kids|family|both|parents|they)(?: \\w+){0,4} (?:sleepy|drowsy|tired|weak|foggy|nauseous|sick|dizzy|confused|groggy|woozy|headaches?)|(?:red|flushed|cherry|pink) (?:face|faces|cheeks|skin)',
  '(?:todos|nos|ninos|familia)(?: \\w+){0,4} (?:sueno|mare\\w*|debil\\w*|cansad\\w*|nause\\w*|dolor de cabeza|atontad\\w*|vomit\\w*)',
  '(?:كلنا|الكل|الاولاد|العيله|كلهم|العيال|احنا|نحنا)(?: \\p{L}+){0,3} (?:نعسان|دايخ|تعبان|مصدع|خملان|ناعس|دوخ|صداع|غثيان)\\p{L}*',
)
export const distress = words(
  'help|please hurry|hurry|emergency|asap|right now|im scared|scared|terrified|dont know what to do|what do i do|quick(?:ly)?|come (?:now|fast|quick)|send someone|urgent(?:ly)?|sos|mayday|rapid',
  'ayuda\\w*|auxilio|socorro|rapido|urgente|urge|emergencia|tengo miedo|vengan|apurense|que hago|por favor vengan|ahora mismo|ahorita',
  'الحق\\p{L}*|ساعد\\p{L}*|النجده|نجد\\p{L}*|بسرعه|مستعجل|ضروري|خايف\\p{L}*|حالا|فورا|طوارئ|ارجوكم|شو اعمل|دخيلكم|تعالوا|يا ناس',
)
export const fireish = words(
  'fire|flames?|burning|smoke|smoking|smokey|smoky|ablaze|smoulder\\w*|blaze',
  'fuego|llamas?|humo|quem\\w*|incend\\w*|lumbre|ardiendo|flamas?',
  'حريق|نار|دخان|يحترق|تحترق|ولعت|ولع|لهب|محترق|بيولع|دخنه|شاعل|نيران',
)
export const houseThing = words(
  'oven|stove|pan|grease|microwave|toaster|dryer|washer|dishwasher|fridge|heater|furnace|boiler|attic|wall|walls|ceiling|roof|garage|basement|shed|car|couch|bed|mattress|curtains?|candle|trash|bin|deck|porch|chimney|vents?|socket|battery|scooter|e ?bike|laptop|phone|charger|hoverboard|neighbou?rs?|next door|apartment|building|hallway|stairs|restaurant|shop|office|kitchen|bedroom|unit|compressor|motor|fan|air conditioner|ac',
  'horno|estufa|sarten|aceite|microondas|secadora|lavadora|refri\\w*|calentador|boiler|caldera|atico|pared|techo|cochera|garaje|sotano|carro|coche|sillon|cama|colchon|cortinas?|vela|basura|chimenea|bateria|patin|celular|cargador|vecin\\w*|departamento|edificio|pasillo|escaleras?|cocina|cuarto|clima|motor|ventilador|minisplit|aire',
  '(?:ال)?(?:فرن|طباخ|مقلي|زيت|مايكرويف|نشافه|غساله|ثلاجه|براد|سخان|دفايه|سقف|جدار|حيط|كراج|قبو|سياره|كنبه|صوفا|سرير|فرشه|ستاره|ستاير|شمعه|زباله|مدخنه|بطاريه|جوال|شاحن|جيران|جار|شقه|عماره|بنايه|درج|مطبخ|غرفه|مكيف|موتور|مروحه|محل|مكتب|بلكونه)\\p{L}*',
)
export const strokeSigns = words(
  '(?:smile|mouth|face|eye)(?: \\w+){0,4} (?:crooked|lopsided|droop\\w*|twisted|one side)|(?:cant|couldnt|unable to)(?: \\w+){0,2} (?:speak|talk|lift|raise|smile|see|hold|feel)(?: \\w+){0,4}|(?:speech|words)(?: \\w+){0,3} (?:slurred|funny|jumbled|garbled|wrong)|worst headache|sudden(?:ly)? (?:confused|blind|numb|weak|cant)|lost (?:vision|sight|feeling)',
  '(?:boca|cara|ojo|sonrisa)(?: \\w+){0,3} (?:chuec\\w*|torcid\\w*|caid\\w*|de lado)|no (?:puede|puedo|le salen) (?:hablar|levantar|mover|las palabras|ver)|arrastra las palabras|habla (?:como borracho|raro|enredado)|de repente (?:no|se le|dejo)',
  '(?:تم|فم|وجه|وش|عين)\\p{L}* (?:نازل|مايل|اعوج|ملتوي|مسحوب|مرتخي)\\p{L}*|(?:مش|مو|ما|لا)(?: عم)? ?(?:قادر|يقدر|تقدر|عارف|يعرف|يستطيع|ب?يعرف)\\p{L}* (?:ي|ت)?(?:حكي|تكلم|حرك|رفع|نطق|كلم|شوف)\\p{L}*|لسان\\p{L}* (?:تقيل|ثقيل)|فجاه (?:ما|مش|صار|فقد)',
)
export const lowSugar = words(
  '(?:diabetic|insulin|blood sugar|sugar)(?: \\w+){0,6} (?:low|shak\\w*|sweat\\w*|confused|passed|unconscious|not (?:making|responding)|overdose|wont wake|slurr\\w*)|(?:took|taken|gave)(?: \\w+){0,4} (?:too much|double|wrong)(?: \\w+){0,3} (?:insulin|medicine|dose|medication|pills)?|sweating(?: \\w+){0,4} (?:confused|pale|grey|gray|clammy)|(?:grey|gray|clammy|pale)(?: \\w+){0,3} (?:sweat\\w*|chest|skin)|heat ?stroke|overheated and|hypotherm\\w*|electric shock|not acting right|eyes (?:are )?rolling|in my eyes?|chemical(?:s)? in|acid|bee sting|stung(?: \\w+){0,6} (?:swell\\w*|swollen|breath\\w*|throat|hives|allerg\\w*)|snake ?bite|bitten|head(?: \\w+){0,4} (?:bleeding|split|cracked|gash)|knocked (?:out|unconscious)|concussion|throwing up blood|vomiting blood|coughing (?:up )?blood|stabbed|impaled|stuck (?:in|under|between)|pinned|buried|crushing',
  '(?:diabetic\\w*|insulina|azucar)(?: \\w+){0,6} (?:baj\\w*|tembl\\w*|sud\\w*|confund\\w*|desmay\\w*|no responde|mal)|sudando frio|palid[oa]|sudor frio|(?:cloro|quimico|acido|cemento)(?: \\w+){0,3} (?:ojos?|cara)|en los ojos|pico (?:una|un) (?:abeja|alacran|avispa|serpiente|vibora)|mordio|se abrio la cabeza|vomita(?:ndo)? sangre|tose sangre|golpe de calor|no reacciona|(?:atorad|aplastad|prensad)[oa]|se pego en la cabeza|descalabr\\w*',
  '(?:سكر|سكري|انسولين)\\p{L}*(?: \\p{L}+){0,5} (?:نزل|هبط|نازل|هابط|واطي|يرجف|يتعرق|دايخ|فاقد)\\p{L}*|(?:نزل|هبط|هبوط|نازل)\\p{L}* (?:ال)?سكر|(?:عرقان|يتعرق|بيعرق|متعرق|اصفر|وجهه اصفر)\\p{L}*|(?:ب|في) ?عيون\\p{L}*|(?:كلور|اسيد|ماده|كيماوي)\\p{L}*(?: \\p{L}+){0,2} عين\\p{L}*|(?:لدغ|لسع|قرص|عض)\\p{L}*(?: \\p{L}+){0,3} (?:نحل|عقرب|افعي|حيه|دبور|كلب|تعبان|ثعبان|زنبور)\\p{L}*|(?:راس)\\p{L}* (?:انفتح|مفتوح|انشق|ينزف|مجروح)\\p{L}*|(?:يستفرغ|يتقيا|بيرجع|يسعل|بيكح) دم|ضربه شمس|انحشر|محشور|علق تحت|الضغط (?:ارتفع|نزل)',
)
export const coldPlace = words(
  '(?:lips|hands|feet|fingers|toes)(?: \\w+){0,3} (?:blue|numb|purple)|see (?:our|my|your) breath|sleeping in (?:coats|our coats|jackets|the car)|ice (?:on|inside)(?: \\w+){0,3} (?:windows?|walls?|toilet)|(?:house|home|room|apartment|inside|in here)(?: \\w+){0,3} (?:freezing|frozen|ice cold|like ice|below|in the (?:30s|40s|50s|thirties|forties|fifties)|degrees)|(?:in the )?(?:low |high )?(?:20s|30s|40s|teens)|(?:winter )?storm|blizzard|medical (?:equipment|condition)|special needs|immune|feeding tube|home from the hospital|just (?:had|got out)(?: \\w+){0,4} (?:surgery|baby|hospital)|autis\\w*|tenant is \\w+|residents?|patients?|foster|premature|hypothermia|cold snap|wind ?chill',
  '(?:labios|manos|pies|dedos)(?: \\w+){0,3} (?:morad\\w*|azul\\w*|entumid\\w*)|se (?:nos )?ve el (?:aliento|vaho)|con chamarras|dormimos con|hielo (?:en|por)|recien (?:operad\\w*|salid\\w*)|silla de ruedas|residentes|pacientes|tormenta|ola de frio|frente frio|cinco grados|tan frio|helandonos|congelandonos|alergic\\w* al frio|epoc|postrad\\w*|artritis',
  '(?:شفايف|ايد|اصابع|رجل)\\p{L}* (?:زرق|ازرق|متجمد|مخدر)\\p{L}*|(?:نايمين|نمنا) (?:ب|بال)?(?:جواكيت|جاكيت|كبابيت|معاطف)|(?:طالع|بيطلع) بخار|جليد|عاصفه|موجه برد|منخفض|طالع(?:ه)? من (?:ال)?(?:مستشفي|عمليه)|بعد (?:ال)?عمليه|نفاس|والده جديد|ذوي الاحتياجات|كرسي متحرك|نزلاء|طريح|ازمه|متجمدين|نرتجف|بنبرد|سقعه|برد قارس|قارس|مريضه|ضيق تنفس|مسنه|مسن|الستيني|كبير',
)
export const wasThere = words(
  'cancel (?:my|all|everything)(?: \\w+){0,10} (?:wont be (?:here|around|alive|needing)|not going to be here|be gone|be dead)|wont (?:be (?:here|around)|need)(?: \\w+){0,6} (?:anymore|tomorrow|next week|where im going|long|by then)|how many (?:\\w+ ){0,3}(?:pills|tablets|tylenol|sleeping)(?: \\w+){0,6} (?:kill|die|overdose|take to|lethal|not wake)|(?:easiest|painless|best|quick) way to (?:die|go|end|kill)|(?:give|giving) (?:away )?(?:all )?my (?:things|stuff|dog|cat)|take care of my (?:dog|cat|kids|family) (?:when|after|for me)|(?:when|after) (?:im|i am) gone|its (?:all )?over for me|(?:this|it) is (?:the end|goodbye)|cant take (?:it|this|the pain) (?:anymore|any more|any longer)|in a dark place|thoughts of (?:death|dying|harming|hurting)|unalive|kms\\b|off myself|drown myself|starve myself|crash my car|drive (?:off|into)|step in front|pull the trigger|blow my (?:brains|head)',
  '(?:cancel\\w*|cancele\\w*)(?: \\w+){0,10} (?:no voy a estar|ya no estare|no voy a necesitar\\w*|no estare)|ya no (?:voy a estar|estare|voy a necesitar|los voy a molestar|dare lata)|cuantas (?:pastillas|\\w+ pastillas)(?: \\w+){0,6} (?:morir\\w*|matar\\w*|no despertar)|forma (?:facil|rapida|sin dolor) de morir|cuando (?:ya )?(?:no este|me muera|me vaya)|cuiden a mi|este es (?:el fin|mi adios)|no puedo mas con (?:mi vida|esta vida|la vida|todo)|pensamientos de (?:muerte|hacerme)|volarme|darme un (?:tiro|balazo)|tirarme (?:al|a las)|desaparecer de este mundo|ganas de morir\\w*',
  '(?:الغ|كنسل|احذف)\\p{L}*(?: \\p{L}+){0,8} (?:ما رح كون|مش هكون|لن اكون|ما راح اكون|مو موجود)\\p{L}*|(?:مش|ما|لن|مو) ?(?:ه|رح |راح |ح)?(?:ا|ك)?كون (?:موجود|هون|عايش|هنا)\\p{L}*|كم حبه(?: \\p{L}+){0,5} (?:موت|تموت|تقتل|يموت)\\p{L}*|(?:اسهل|افضل|احسن|اسرع) طريقه (?:لل|ل|ا|ان)?(?:موت|انتحار|اموت)\\p{L}*|(?:بعد|لما) (?:ما )?(?:موت|اموت|روح|اروح)\\p{L}*|ديروا بالكم علي (?:ولادي|اولادي|امي|قطتي)|هاي النهايه|هذه النهايه|خلص ما (?:عاد )?فيني|ما عاد (?:فيني|اتحمل|اقدر) (?:اتحمل|كمل|اكمل)?|اطلق (?:ال)?نار علي (?:نفسي|حالي)|اغرق (?:نفسي|حالي)|ارتاح من هالدنيا|مشتاق للموت|اتمني الموت|بتمنى موت',
)
