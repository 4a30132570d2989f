import { words } from './pattern.ts'

/** What happens, as it is said while it happens. Folded, without apostrophes. */
export const onFire = words(
  '(?:on|caught|catching|catch|cought) (?:on )?fire|in flames|up in flames|flames?|ablaze|burning down|(?:theres|there is|there was|we have|we got|got|is|its|have) (?:a |an )?(?:big |small |little |huge |grease |kitchen |electrical |chimney |oil |dryer |oven |trash )*fire|fire (?:in|at|on|inside|is|started|broke|help|now|and)|(?:house|kitchen|room|roof|garage|building|shop|car|couch|bed|curtains?|stove|oven|apartment|place|wall|attic|pan|dryer|porch|deck|chimney|fridge|heater) (?:is |are |was |has |just |started )*(?:burning|on fire|lit up)|fire fire|grease fire|set (?:it|himself|the \\w+) on fire|inferno|engulfed',
  '(?:hay|tenemos|empezo|se hizo) (?:un |una )?(?:fuego|incendio|lumbre|quemazon)|fuego en|(?:se|me|nos) (?:le |me |nos )?(?:esta |estan )?(?:quema|queman|quemando|incendia|incendio|incendiando|prendio|prendiendo)(?: fuego)?|en llamas|llamas|ardiendo|arde|esta quemandose|incendiandose|agarro fuego|se prendio|echando fuego|saliendo fuego|sale fuego|incendio en|lumbre',
  'حريق|حريقه|نار|نيران|يحترق|تحترق|بيحترق|بتحترق|عم يحترق|احترق البيت|بيولع|ولعت|ولع|مولع|لهب|السنه|شاعل|شبت|اشتعل|يشتعل|عم تحرق|بتتحرق|تتحرق|يتحرق|بيتحرق|عم يتحرق|بتولع|تشتعل|اندلع',
)
export const fireNoun = words('fire|house fire|fire emergency', 'incendio|fuego', 'حريق|حريقه')
export const smoke = words(
  'smok(?:e|ing|y)(?! (?:detector|alarm|sensor|free|break|area|section|shop|outside|weed|cigarettes|allowed|signal))|smouldering|smoldering',
  'humo(?! (?:no)\\b)|humareda|humeando|echa humo',
  'دخان|دخنه|يدخن (?:من)|دخاخين',
)
export const smokeFlows = words(
  'com(?:ing|es)|came|fill(?:s|ing|ed)|full|from|see|theres|there is|pouring|everywhere|thick|black|white|billowing|out of|a lot of|lots of|all over|rising|cant see|lot of|started|smoking|smells?|rolling|of smoke|so much|inside|in the|in my',
  'sal\\w*|lleno|llena|llenando|much\\w*|hay|negro|echa\\w*|por todos|no se ve|adentro|en la|viene|huele|mucha|tirando|sacando|de humo',
  'طالع|يطلع|بيطلع|طلع|ملا|مالي|مليان|كثيف|كثير|كتير|اسود|كله|عم|ريحه|جاي|يخرج|بيخرج|مليانه|تملا|يملا|خارج|في',
)
export const explosion = words(
  'explod\\w*|explosion|blew up|blown up|went boom',
  'explot\\w*|explosion|estallo|volo en pedazos',
  'انفجر|انفجار|فرقع|تفجر',
)
export const spark = words(
  'spark(?:s|ing|ed)?(?! plug)|arcing|arced',
  'chispas?|chispe\\w*|chispazos?|corto ?circuito|hizo corto|chisporrot\\w*',
  'شرر|شرار|شراره|شرارات|تماس|يشرر|بيشرر|شرز|قفله',
)
export const burningSmell = words(
  'burn(?:ing|t|ed)(?: \\w+){0,2} (?:smell|odou?r|stink)|smell(?:s|ing|ed)?(?: \\w+){0,4} (?:burn\\w*|smoke|smoky|melting|melted|hot plastic|scorched|electrical|fishy)|(?:odou?r|stink|whiff) of (?:burning|smoke)|burnt? (?:plastic|rubber|wire)|(?:electrical|plastic|rubber|acrid) (?:burning|smell)|stinks like burn\\w*',
  '(?:huele|olor|apesta|huelo|oler|tufo|peste)(?: \\w+){0,4} (?:quemad\\w*|chamuscad\\w*|quemazon|humo|quemandose|plastico|cable|chamusquina|socarrado)|olor a quemado',
  '(?:ريحه|رايحه|ريحت|رايحت|اشم|شامم|شامه|نشم)(?: \\p{L}+){0,3} (?:شياط|حريق|حرق|احتراق|محروق|محروقه|اسلاك|بلاستيك|دخان|يحترق|بيحترق|تحترق|شايط|كاوتش|حراق|محترق)|شياط|ريحه (?:حراق|حريق)',
)
export const hot = words(
  '(?:really|very|super|so|too|extremely|burning|getting|gets|got|is|are|feels|warm|its) (?:hot|warm)|hot to|overheat\\w*|scorch\\w*|burns my|melt(?:ed|ing|s)|hot as|warm to the touch|discolou?red|brown marks|turned (?:black|brown)|charred',
  'calient\\w*|ardiendo|quema|derrit\\w*|derreti\\w*|calentando|hirviendo|chamuscad\\w*|negr[oa]|se calienta',
  'سخن|سخنه|حامي|حاميه|ساخن|حار|سخون|بيسخن|تسخن|يسخن|سايح|ساح|يحمي|عم يحمى|بيحمى|مولعه|ذاب|اسود',
)
export const buzz = words(
  'buzz(?:es|ing)?|humming|hums|crackl(?:es|ing|e)|sizzl(?:es|ing)|popping|frying sound|zapping',
  'zumb\\w*|truena|tronando|chisporrot\\w*|crepita|ruido como de freir|traquete\\w*',
  'يطن|ازيز|يطقطق|بيزن|طقطق|تطن|يزن|بيطقطق|وشوشه|تزن|طنين|عم يزن',
)
export const outletLike = words(
  'outlets?|plugs?|sockets?|breakers?|breaker ?box|panel|fuse ?box|light switch|switch|wires?|cords?|power strip|wall|meter|electric\\w*',
  'enchufes?|contactos?|tomacorrientes?|apagador\\w*|interruptor\\w*|tablero\\w*|cuadro|cables?|centro de carga|pastillas|breakers?|clavija|medidor',
  'فيش|افياش|لوحه|طبلون|سلك|مفتاح|قاطع|بريزه|ابريز|كيبل|مقبس|عداد|توصيله|تابلوه|قواطع|بلك',
)
export const lineDown = words(
  '(?:power|electric\\w*|utility|live|high voltage|downed|hydro)(?: \\w+){0,1} (?:lines?|cables?|wires?|poles?)(?: \\w+){0,5} (?:down|fell|fallen|came down|on the|hanging|snapped|lying|dangling|in (?:my|the|our)|across|off the|touching|sparking|ground)|(?:wires?|cables?|power ?lines?)(?: \\w+){0,4} (?:fell|came down|is down|are down|fallen|snapped|dangling|hanging|on the ground|lying)|downed (?:power )?(?:line|wire|cable)s?|live wire|live cable|tree (?:fell|took|knocked)(?: \\w+){0,4} (?:wires?|cables?|lines?)',
  '(?:cables?|poste|linea|alta tension|acometida)(?: \\w+){0,5} (?:cay\\w*|callo|caido|caida|tirad\\w*|colgando|suelto|en el (?:suelo|piso|patio)|en la (?:calle|banqueta)|arrancado|pelado|trozo)|(?:cay\\w*|callo|tumbo|arranco|trozo|se ha caido)(?: \\w+){0,4} (?:cables?|poste|linea)|cable (?:suelto|pelado) (?:con|que)',
  '(?:سلك|كيبل|كابل|عمود|اسلاك|خط)(?: \\p{L}+){0,3} (?:وقع|طاح|سقط|مقطوع|نازل|مدلدل|عالارض|علي الارض|انقطع|مكشوف|وقعت|طايح|واقع|بالارض)|(?:وقع|طاح|سقط|انقطع|وقعت|طاحت)(?: \\p{L}+){0,3} (?:سلك|كيبل|كابل|عمود|اسلاك)',
)
export const bursts = words(
  'burst\\w*|let go|gave way|busted|bust|rupture\\w*|exploded|blew|split open|gave out|blew off|popped off|came off|snapped off|broke off|shot off|sheared',
  'revent\\w*|estall\\w*|trono|explot\\w*|boto|se (?:me )?ha reventado|zaf\\w*',
  'انفجر|فقع|طق|طقت|ضرب|ضربت|انفلت|انشق|فرقع|منفجر|انفجار|طرشق',
)
export const breaks = words(
  'broke|broken|cracked|crack|split|snapped|hit|cut|disconnected|punctured|drilled|nicked|severed',
  'rot[oa]|rompi\\w*|rompe|quebr\\w*|part\\w+|raj\\w*|cort\\w*|perfor\\w*|se (?:me )?ha roto|romp\\w*|trozad\\w*|desconect\\w*',
  'انكسر|مكسور|كسر|انقطع|انثقب|ثقب|مثقوب|انفك|خبط|قطع|مكسوره|فك',
)
export const flows = words(
  'everywhere|gushing|gushes|pouring|pours|spraying|sprays|spewing|flood\\w*(?! (?:light|lights|lamp|insurance|zone|damage restoration))|rising|com(?:ing|es) (?:through|up|in|out|down|from)|running down|shooting|overflow\\w*|all over|ankle deep|knee deep|inch(?:es)? of|wont (?:stop|shut|turn off|quit)|cant (?:turn|shut|stop|get|find)(?: \\w+){0,4} (?:off|it|water|shut ?off|valve|main)|not stopping|back(?:ing|ed|s) up|spreading|through the (?:ceiling|roof|light|wall|floor)|raining|swimming|soaked|under ?water|standing water|fast|bubbling|river|waterfall|filling up|caving|collaps\\w*|sagging|bulging|into the (?:hall|bedroom|living|basement|kitchen|other|apartment)|from the ceiling|from upstairs|nonstop|non stop|keeps (?:coming|rising|running)|like crazy',
  'inund\\w*|anega\\w*|a (?:chorros|presion|cantaros)|no (?:para|deja|se (?:cierra|puede)|puedo (?:cerrar|parar)|encuentro|cierra|paran)|por tod[oa]s? (?:los |las )?(?:lados?|partes?|la casa)|sal(?:e|iendo)|cay(?:endo)|cae|desbord\\w*|subiendo|sube|llen[oa] de agua|llenando|brota\\w*|botar|botando|se (?:esta )?(?:metio|mete|metiendo)|hasta (?:los tobillos|las rodillas)|rebos\\w*|chorr\\w*|del techo|por el techo|encharc\\w*|alberca|rio|regres\\w*|devolviendo|nadando|empapad\\w*|cataratas?|mojando|ya llego|fuente',
  'غرق|يمتلي|تمتلي|امتلا|بيمتلي|يعبي|بيعبي|يغرق|غرقان|غرقانه|مغرق|مغرقه|فاض|فايض|فايضه|تفيض|طافح|طفح|يطفح|ما (?:عم )?(?:توقف|يوقف|تسكر|بتوقف|بتقف|تتوقف|بتسكر|يسكر)|مش (?:راضي|عارف|قادر|بتقف|بيقف)|كل (?:مكان|البيت|الشقه|الارض)|عم (?:ت?نزل|ت?طلع|ت?دخل|ت?نفور)|نازل|داخل|تنزل|ينزل|بتنزل|بينزل|يتدفق|تتدفق|شلال|مليان|مالي|ماليه|وصل|للركب|ركبه|تنفور|بتنفور|نافوره|تخر|يخر|بيخر|تشر|من السقف|السقف|بقوه|ترتفع|يرتفع|يزيد|طوفان|مو راضي|لا يتوقف|لا تتوقف|ما نقدر|مش لاقي|مو لاقي|عايم|سبح',
)
export const drips = words(
  'drip(?:s|ping|py)?|slow(?:ly)?|a little|small leak|tiny|slight',
  'gote\\w*|lento|poquito|un poco',
  'ينقط|بتنقط|تنقط|بطيء|شوي شوي|نقطه',
)
export const flooding = words(
  '(?:is|are|its|been|keeps|was|getting|just) flood(?:ed|ing)|flooding|(?:basement|house|kitchen|bathroom|home|office|garage|apartment|room|floor|store) (?:is |has |just )?flooded|under water',
  '(?:se|nos|me) (?:me |nos )?(?:esta |estan )?(?:inund\\w*|anegand\\w*|anego)|inundad[oa]s?|inundandose|inundacion',
  'البيت (?:عم )?(?:يغرق|غرق|غرقان)|غرقان|غرقنا|نغرق|غرقت (?:الشقه|الدار|الغرفه|المحل)|مغرقه|طوفان|فيضان|بيغرق|يغرق',
)
export const noHeat = words(
  '(?:no|without|lost|zero) (?:any |the |our )?heat(?:ing|er)?(?! exchanger)|(?:heat|heater|heating|furnace|furnance|boiler|radiators?|heat pump|hvac)(?: \\w+){0,4} (?:dead|died|quit|quits|broke|broken|out|off|not (?:working|on|coming|heating|running)|isnt (?:working|on|running)|doesnt work|stopped|wont (?:start|kick|turn|light|come|work|fire|run|stay)|went out|is down|failed|gave up|conked|shut (?:down|off)|not|blowing cold|bust(?:ed)?|kaput|blowing only cold)|cant get (?:the )?(?:heat|furnace|boiler)|have no heat',
  'sin (?:la )?calefaccion|no (?:tenemos|hay|tengo|funciona|sirve|prende|jala|enciende|arranca|calienta|nos funciona)(?: \\w+){0,2} (?:calefaccion|calenton|boiler|caldera|calefactor|calentador|estufa)|(?:calefaccion|calefactor|caldera|calenton|boiler|estufa|radiador\\w*|bomba de calor|calentador)(?: \\w+){0,5} (?:apago|no (?:\\w+ )?(?:arranca|prende|funciona|sirve|enciende|jala|calienta|anda|trabaja|quiere)|averi\\w*|rompio|roto|rota|descompu\\w*|murio|muert\\w*|dano|apagad\\w*|estropea\\w*|fallo|falla|parada|paro)|se (?:apago|murio|rompio|descompuso|averio|estropeo|fue) (?:la |el )(?:calefaccion|caldera|calenton|boiler|calefactor)',
  '(?:تدفيه|دفايه|دفايات|صوبيا|صوبه|شوفاج|سخان|هيتر|مدفاه|بويلر|دفا|حراق|راديتر|مكيف الحار)(?: \\p{L}+){0,3} (?:معطل|خرب|خربان|خربت|متوقف|واقف|طافي|انطف|طفت|بايظ|باظ|توقف|وقف|عطلان|تعطل|لا (?:ت|ي)عمل|ما (?:عم |ب)?(?:ت|ي)?(?:شتغل|شغال|دفي)|مش (?:شغال|بتشتغل)|مو شغال|ماتشتغل|مقطوع|عاطل|بايظه|عطل|مطفي)|(?:بدون|من غير|بلا|ما عندنا|ما في|ما عندي|مافي|انقطع\\p{L}*|توقف\\p{L}*|تعطل\\p{L}*|خرب\\p{L}*|عطل\\p{L}*|وقف\\p{L}*|باظ\\p{L}*) (?:ال)?(?:تدفيه|دفايه|دفا|صوبيا|صوبه|شوفاج|هيتر|بويلر)',
)
export const frail = words(
  'bab(?:y|ies|ys)|infants?|new ?borns?|toddlers?|preemie|twins|(?:\\d+|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:weeks?|months?|wk|mo|mos|days?) old|elderly|grand ?(?:ma|pa|mother|father|mom|dad|parents?)s?|granny|nana|(?:is|hes|shes|aged?|turned|im|are) (?:almost |nearly )?(?:7[0-9]|8[0-9]|9[0-9])|(?:7[0-9]|8[0-9]|9[0-9]|seventy|eighty|ninety)(?: \\w+)? ?(?:years?|yr|yo)|oxygen|disabled|chemo\\w*|cancer|pregnant|sick (?:mom|dad|mother|father|child|kid|husband|wife|son|daughter|man|woman|baby)|wheelchair|bed ?ridden|old (?:mom|mother|dad|father|man|woman|lady|people|folks|parents)|asthma\\w*|pneumonia|nursing home|dialysis|heart (?:condition|problem|patient|failure|trouble)|seniors|hospice|paralyzed|day ?care|copd|surgery|ventilator',
  'beb[ea]s?|recien nacid\\w*|(?:\\d+|un|dos|tres|cuatro|cinco|seis) (?:mes|meses|semanas|dias)|abuel\\w*|anciana?o?s?|viejit\\w*|(?:7\\d|8\\d|9\\d|setenta|ochenta|noventa)(?: \\w+){0,2} anos|oxigeno|discapacitad\\w*|quimio\\w*|cancer|embarazada|enferm[oa]s?|silla de ruedas|encamad\\w*|adultos? mayor\\w*|asma|asmatic\\w*|neumonia|pulmonia|asilo|dialisis|cardiac\\w*|del corazon|prematur\\w*|operad\\w*|guarderia|nacida|gemel\\w*|paralitic\\w*',
  'رضيع|بيبي|مولود|نونو|حديث الولاده|عمره شهر|شهور|اسابيع|جدي|جدتي|ستي|تيته|عجوز|كبير في السن|كبيره في السن|كبار (?:ال)?سن|ثمانون|ثمانين|سبعين|تسعين|سبعون|تسعون|مريض|مريضه|اكسجين|حامل|معاق|مقعد|ربو|قلب|مسن|مسنين|ختيار|سرطان|كيماوي|توام|حضانه|عمرها? (?:7|8|9)\\d|طفل صغير|غسيل كلي|خديج|شهرين|بيبيهات|شايب',
)
export const frost = words(
  'freez(?:e|es|ing)|froze|frozen|(?:below|sub) ?(?:zero|freezing)|minus|negative|snow(?:ing|storm|s|ed)?|ice|icy|frost(?:bite)?|blizzard|ice storm|[0-9]+ (?:below|outside|degrees outside)|(?:house|inside|room|here|home|apartment|indoors) (?:is |its |at |down to |just |only |already )*(?:at |[a-z]+ )?[1-5]?[0-9](?: degrees| f)?|[1-5]?[0-9] (?:degrees|inside|in here|in the house)|single digits|teens|polar vortex|arctic|hypotherm\\w*|(?:twenty|thirty|forty) degrees|turning blue|shivering|cant stop shaking|see (?:my|our) breath',
  'bajo cero|menos \\w+|nevando|nevada|nieve|nevo|hel(?:ad[oa]s?|ando|andonos|ada)|congel\\w*|(?:a|en|con|estamos a) (?:\\d|1\\d|cinco|cuatro|tres|dos|seis|siete|ocho|nueve|diez) grados|\\d+ grados|muchisimo frio|tirita\\w*|temblando|hipotermia|tormenta de nieve|escarcha|cero grados',
  'تحت الصفر|ثلج|تلج|تتلج|صقيع|تجمد|هتتجمد|بتتجمد|حتتجمد|متجمد|يتجمد|برد شديد|البرد شديد|يرجف|ترجف|بنرجف|عم يرجف|درجه|درجات|مجمد|جليد|يرتجف|ترتعش|نموت من البرد|البرد قارس|سالب|ناقص|ازرق|تحت صفر|زمهرير',
)
export const shocked = words(
  'electrocut\\w*|(?:got|was|been|gets?|getting|took|felt|received|had) (?:a |an |hit by a )?(?:\\w+ ){0,2}(?:electric(?:al)? )?(?:shock(?:ed)?|shocks|zapped|jolt)(?! (?:at|by) (?:the |your |how )?(?:bill|price|cost|quote|total|much))|electric(?:al)? shocks?|shock(?:s|ed|ing) (?:me|us|him|her|my|you|people|anyone|when|from|touching)|zap(?:s|ped|ping)(?: (?:me|us|him|her|my|you))?|tingl(?:e|es|ing)(?: \\w+){0,4} (?:touch|faucet|water|fridge|shower|metal|washer)|gives? (?:me |us |you |off )?(?:a |an )?(?:\\w+ )?shocks?',
  'electrocut\\w*|(?:dio|da|dan|dando|dado|pego|pega|daba) (?:un |una |unos |muchos |la )?(?:toques?|calambr\\w+|corriente|descargas?|corrientazos?|chispazos?|choque\\w*|garrampa\\w*|luz)|(?:paso|pasa|agarro|agarra|jalo) (?:la )?corriente|descargas? electricas?|corrientazos?|calambrazo\\w*|toques? (?:electricos?|de corriente|muy)|choque electrico|pasa corriente',
  'اتكهرب|تكهرب|كهرب(?:ت|ه|ها|ني|تني|ته|تها|نا)|بيكهرب|يكهرب|بتكهرب|انكهرب|مكهرب|مكهربه|(?:ضرب|صعق|لسع|نتع|مسك|نفض|خبط|لقط|صعقت|ضربت)\\p{L}* (?:ال)?كهرب|صعق|انصعق|صعقه|صدمه كهرب|كهربه قويه',
)
export const stuck = words(
  'stuck (?:to|on)|cant let go|wont let go|cannot let go|not letting go|cant get (?:him|her) off|frozen to',
  'pegad[oa] a|no se suelta|no (?:puede|puedo|pueden) soltar\\w*|quedo pegad\\w*|agarrad[oa] al',
  'لازق|لزق|علق|عالق|ملزق|مو قادر يفلت|مش قادر يسيب|ما يقدر يفلت|ماسك|متعلق',
)
export const everyTouch = words(
  'every ?time|each time|whenever|when(?:ever)? (?:i|we|you|anyone|he|she|the kids?)(?: \\w+)? (?:touch|use|shower|open|grab|turn|wash)|if (?:i|we|you) touch|keeps|when the water|when (?:its|the \\w+ is) (?:on|running)|touch(?:ing)? (?:the|it|my|our|both)|gives|shocks|is shocking|zaps',
  'cada (?:que|vez)|cuando (?:la |lo |el |las )?(?:toco|tocas|tocamos|tocan|uso|abro|me bano|agarro)|al (?:tocar|abrir)|si (?:la |lo )?toc\\w+|da (?:toques|calambre|corriente)|dan toques',
  'كل ما|كلما|كل مره|لما (?:ا|ن|ت|ي)?(?:لمس|مسك|فتح)|اذا (?:لمس|مسك)|عند لمس|يكهرب|بيكهرب|بتكهرب|وقت (?:ما )?(?:المس|لمس)|مكهرب',
)
export const hurt = words(
  'arm|hand|fingers|on the (?:floor|ground)|not (?:talking|moving|responding|breathing|waking)|unconscious|burn(?:ed|t|s)|numb|chest|heart|passed out|fell|collapsed|thrown|threw (?:him|her|me)|knocked (?:him|her|me)|hand is|wont wake|isnt (?:moving|breathing|responding|talking)|shaking|limp|blisters?|cant move|dizzy|weird|bad shock|changing|confused|pale|ambulance|help',
  'tirad[oa]|en el (?:suelo|piso)|no (?:reacciona|responde|se mueve|despierta|respira|habla)|inconsciente|quemad\\w*|desmay\\w*|pecho|corazon|brazo|mano|temblando|aventado|aviento|lanzo|cayo|mareado|ayuda|ambulancia|palido',
  'علي الارض|عالارض|مش بيتحرك|ما (?:عم )?يتحرك|لا يتحرك|فاقد|فقد|اغمي|صدره|قلبه|ايده|يده|محروق|ما يرد|مو يرد|يرتعش|وقع|طاح|رماه|ساعدو|الحق|اسعاف|ابني|بنتي|زوجي|اخوي',
)
