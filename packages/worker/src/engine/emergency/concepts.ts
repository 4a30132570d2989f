/**
 * What people name when something is wrong, one concept a line: its name (with `!` when it may itself be a hazard or a
 * symptom), then folded words of all three languages, since people mix them. A word ending in `*` is a beginning; `_`
 * joins two words that belong together. Arabic words stand without article.
 */
const lexicon = `
!gas gas gases propane butane methane butano propano glp gasoil* غاز غازات بوتاغاز بوتاجاز بروبان بوتان جره جرات انبوبه اسطوان*
!smell smell* stink* stank reek* odor* odour* whiff fumes huel* oler olor* olia apest* oliendo ريح* رايح* رائح* اشم شام* شمي*
!rotten rotten egg eggs sulfur sulphur mercaptan huevo* podrid* azufre بيض معفن فاسد كبريت
!hiss hiss* whistl* silb* silv* siseo chifl* desinfl* يفحفح تصفر صفير يوش يصفر فحيح هسيس
!leak leak* drip* seep* spill* fuga* goter* gotea* escap* filtra* escurr* تسرب* تسريب* يسرب تهرب يهرب ينقط تنقط يهر
!pipe pipe pipes plumbing hose hoses valve valves spigot faucet tap mainline tuberia* tubo* cano* caner* manguera* llave llaves grifo* valvula* regadera ducha ماسور* مواسير انبوب* خرطوم حنفي* محبس صمام بيب لي دش
!burst burst* bust bust* ruptur* snapped split explod* explos* exploded blew gush* spray* geyser revent* explot* estall* trono tronar truen* chorro* chorrea* borbot* chisguet* انفجر* فرقع* طق انشق يتدفق نافوره ترش يرش بوم
!water water waters agua aguas ماء مي ميه مويه ماي مياه سيل
!flood flood* overflow* waterfall lake underwater soaked ankle rising inund* desbord* encharc* cascada lago nadando goteron غرق* غرقان* يغرق مغرق* فاض فيضان طاف* طفح* طايف شلال بحيره عايم* طوفان
!sewage sewage sewer septic drain drains toilet drenaje cloaca* coladera inodoro taza aguas_negras alcantarill* مجاري بالوعه بلاعه مرحاض تواليت حمام
ceiling ceiling roof attic techo* tejado azotea سقف سطح
!enters coming_through pouring pours poured pour running_down streaming seeping metiendo mete entrando نازل* ينزل سايل* داخل* تسيل
!fire fire fires flame* burning burns burn blaze ablaze smolder* ignited caught_fire fuego incend* llama llamas lumbre quema* quemand* ardiendo arde prendio prendieron حريق* نار نيران لهب يحترق تحترق محترق* ولع* مولع* شاعل* شب* قايده احتراق
!smoke smok* soot humo* humea* hollin دخان يدخن تدخن بيدخن شياط شايط
!burntsmell burnt burned burning_smell charred scorched melted melting melt plastic chamusc* derrit* quemado quemada plastico شياط ساح سايح محروق* بلاستيك
!trapped trapped stuck pinned atrapad* atorad* encerr* محبوس* محشور* عالق* علق*
!spark spark* arcing arc flash chisp* fogonazo destell* chisporrot* شرار* شرر يشرر تشرر يلمع
!electric electric* outlet* socket* breaker* panel plug plugs plugged wire* wiring cable cables cord fuse* switch* light lights lamp voltage volts power transformer enchufe* contacto* tomacorriente* apagador* interruptor* tablero breakers corriente electric* luz foco focos lampara fusible* clavija extension taco tacos cuadro regleta كهرب* فيش* ابريز* بريز* افياش طبلون قاطع قواطع سلك اسلاك كيبل كيابل فيوز* لمب* توصيل* لوح* بلك مفتاح كبسه ضو محول تيار طبلون
!buzz buzz* hum hums humming crackl* sizzl* frying zumb* cruje chirri* fritura يزن طنين يطقطق تطقطق طقطق* يوز تطش بيزن ازيز
!hot hot warm heated heating_up overheat* glowing calient* ardiendo hirviendo tibio quema سخن* ساخن* حار* حامي* دافي محمر
!shock shock* zap* jolt* electrocut* tingl* electrified corrientazo calambr* electrocut* toques descarga electrific* le_dio_corriente تكهرب* يكهرب* بتكهرب* كهربني اتكهرب* صعق* يلسع تلسع مكهرب*
touch touch* grab* holding barefoot toco toque tocar agarr* tocado descalz* لمس* المس يلمس مسك* ماسك* حافي*
!letgo let_go soltar suelta suelto pegado pegada يفلت يسيب لازق لزق
!co carbon monoxide monoxid* co monoxido carbono مونوكسيد كربون اكسيد اوكسيد
!alarm alarm* detector* sensor beeping beeps beep siren alarma* detector* sensor pita pitando pitar انذار* كاشف جهاز حساس
sounds going_off beeping blaring screaming wont_stop loud ringing sonando suena chilla* chillando pitando يرن يزمر تزمر يصفر يصرخ رن
battery battery batteries chirp chirps chirping low pila* bateria* bip بطاري* البطاريه
generator generator* grill charcoal exhaust flue vent vents chimney generador planta anafre brasero carbon escape chimenea مولد* فحم كانون منقل عادم مدخنه شواي*
heater furnace furnaces boiler heater heaters stove oven burner heating radiator* dryer calefac* calder* calenton boiler estufa* horno calentador calefon hornilla radiador* دفاي* مدفاه تدفئ* صوب* شوفاج سخان* بويلر فرن هيتر غلايه
!noheat no_heat without_heat no_heating heat_out heat_is sin_calefaccion no_calienta sin_estufa بلا_تدفيه بدون_تدفيه
!cold cold freez* frozen frost snow* minus degrees zero shiver* icebox chill* frio helad* helando nieve nevada nevando nevad* congel* grados tirita* vaho bajo_cero برد بارد* ثلج تلج ثلوج متجمد تجمد صقيع يرجف ترجف درجه درجات الصفر متلج* جليد
baby baby babies babys newborn infant* toddler* kid kids kiddo child* twins bebe* bebit* recien_nacido nino* nina* hijo* hija* criatura* gemelos رضيع طفل* اطفال بيبي مولود ولد* اولاد ابني بنتي بنت ابن صغير*
old elderly grandma grandmother grandpa grandfather granny senior seniors old oxygen disabled abuel* viejit* mayor* anciano* discapacitad* جدي جدتي ستي تيتا عجوز كبير* ختيار* مسن* معاق
person he hes she shes him her husband wife mom mother dad father son daughter brother sister friend uncle aunt coworker patient man guy woman neighbor roommate nephew esposo esposa marido mujer mama papa hermano hermana amigo amiga tio tia companero paciente hombre senora vecino vecina sobrino زوجي زوجتي جوزي مراتي امي ابي ابوي بابا ماما اخوي اخي اختي صاحبي عمي خالي زميلي مريض رجال رجل جارنا
me me my i im myself mi yo me estoy soy انا عندي حاسس* حاسه راسي
everyone everyone everybody all both we family todos todas ambos familia كلنا كل العيله جميع
!dizzy dizz* lighthead* faint* nause* vomit* puking queasy throwing_up headache* drowsy sleepy weak blurry woozy sick mared* mareo* nausea* vomit* adormil* atontad* debil* borroso dolor_de_cabeza دايخ* دوخ* دوار يستفرغ تستفرغ غثيان صداع يصدع نصدع نعسان* ضعف تغبش لعيان
!confused confus* disorient* nonsense funny slurr* drunk incoherenc* delir* atontad* confund* يهلوس يهذي يخرف تخرف مشوش
!unconscious unconscious passed_out collaps* faint* unresponsive limp wake blacked inconsciente desmay* desplom* reacciona responde despiert* desvanec* aguadita اغمي* مغمي فاقد* وعي* غاب مرتخي* يصحي تصحي يصحوا سقط طاح وقع* وقعت
!breath breath* breathe breathing suffocat* choking choke choked gasp* wheez* respira* ahog* asfix* atragant* اتنفس يتنفس تتنفس نفس* نفسي اختنق يختنق خنق* شرق* شرقان
!blue blue grey gray purple pale morad* palid* gris azul* زرق* رمادي اصفر شاحب
!chest chest heart pecho corazon infarto صدر* قلب* جلطه
!seizure seiz* convuls* foaming shaking eyes_rolled convulsion* espuma ataque تشنج* يتشنج تتشنج نوبه مزبد* صرع
!stroke face droop* slurred stroke derrame chueca شلل مايل*
!blood blood* bleed* spurting sangr* دم دمه نزيف ينزف تنزف بنزف انزف دما
notstop stop stopping wont_stop nonstop wont keeps para parar no_para deja sigue يوقف توقف وقف_ما يسكر
!cut cut cuts sliced saw severed finger fingers corte cort* sierra dedo* جرح* انجرح* قطع* منشار صباع* اصبع*
!fell fell fall fallen fallen_off slipped ladder cayo caer caida caido resbal* escalera* وقع وقعت سقط* طاح* زحط* سلم
!pain pain* hurt hurts hurting agony ache duele dolor* insoportable doliendo وجع يوجع* توجع* الم يالم
!bone broke broken broken_arm bone bones fractur* dislocat* crushed snapped rompi quebr* hueso* fractur* disloc* انكسر* كسر* كسور عظم* انخلع مخلوع خلع
!poison swallowed swallow drank overdose* poison* pills pill bleach trag* pastilla* tome sobredosis veneno cloro بلع* شرب حبوب جرعه سم كلور دوا ادويه
!sting sting stung bee hives throat allergic epipen picadura pico garganta ronchas alergi* قرص* نحله زور* حلق* حساسيه
!scald boiling scald* boiling_water hirviendo مغلي* مغليه حرق
!labour labor labour contractions water_broke birth fuente parto contracciones طلق ولاده
!drowned drown* pool underwater alberca piscina fondo مسبح
!pulse pulse cpr pulso نبض انعاش
!tooth tooth teeth molar* root gum gums wisdom crown filling diente* muela* encia* raiz سن سني سنه اسنان ضرس* لثت* جذر
!jaw jaw mouth mandibula quijada boca فك* تمي تمه تمها فمي فمه فم
!knocked knocked knock chipped snapped hanging elbow tumbo volo boto codazo despost* golpe خبط* ضرب* طار* طير* طلع
!swollen swoll* swell* balloon* abscess pus infection hinch* absceso infeccion flemon ورم* وارم متورم منفوخ خراج التهاب صديد
!fever fever chills fiebre escalofrio* حراره حرارتي رجفه
!swallow swallow swallowing spit saliva tragar trago paso_saliva ابلع بلع ريق*
!extraction extraction pulled removal gauze stitches socket extraccion sacaron gasa* puntos خلع* قلع* شاش غرز
!weapon gun guns knife knives pistol machete weapon hammer bat bomb pistola cuchillo arma* navaja bala* tiro* machete bomba سكين* سلاح مسدس ساطور قنبله شاكوش رصاص
!hits hit hits hitting beat beating choking pushed punched slapping stab* raped strangl* pega pegando golpe* empuj* ahorcan* apunal* viol* يضرب* ضرب* بيضرب يخنق* طعن* يطعن دفش* اعتدي
!kill kill killed killing kills shoot shooting shot murder matar mata mato balear asesin* maten قتل* يقتل* اقتل* ذبح* اذبح* يدبح اطلاق
!threat threat* saying_he says_he watch_your ill_kill gonna_kill amenaz* cuidate يهدد* تهديد هددني
!intruder break_in breaking_in broke_in breaking_into intruder burglar* robber robbed robbing footsteps climbing stranger following ladron* asalt* robar robando metiendo forzar forzand* pasos escondid* desconocido حرامي حراميه نتسرق سرق* يكسر خطوات متخبي* غريب يلاحق* خطف* اقتحم مستخبي*
!hiding hiding hide locked closet bathroom escondida escondido متخبيه مستخبيه
!police police cops 911 policia* شرطه بوليس
!die die dying dead death morir* muer* muert* morirme اموت موت* يموت تموت بموت مت
!suicide suicid* kill_myself hang_myself end_it ending_my end_my wrists overdose bridge jump jumping hang rope goodbye note suicid* ahorcar* venas puente despedida carta matarme matarse vida انتحر* انتحار* اشنق* بتشنق شرايين* جسر انط وداع وصيه حياتي دنيا
!hopeless anymore any_more pointless better_off without_me wake_up_again mas_no no_puedo_mas sin_mi harto vivir seguir تعبت مليت عايش اعيش بدوني داعي
purpose on_purpose proposito قصد عمدا
now now currently right just started keeps still getting ahora ahorita ya sigue acaba esta estan saliendo هلق هلا الان دلوقتي حين لسه عم قاعد حالا
help help please hurry emergency urgent send come quick ayuda* auxilio socorro urge* rapido manden emergencia الحقو* الحقن* ساعدو* بسرعه نجد* ضروري ابعت*
what_do what_do what_should que_hago como_cierro شو_اعمل ماذا_افعل وش_اسوي اعمل_ايه
not no not dont doesnt isnt wasnt didnt wont cant cannot never without nobody none nothing sin no ni nadie nunca tampoco ما مو مش ليس لا بدون بلا من_غير مفيش مافي ما_في لم
past ago last year years yesterday was were used had once when_i before previous old already pasado hace ayer anos ano era tuvimos tenia antes anterior مبارح امبارح سنه سنين شهر الماضي الماضيه فات زمان قبل كان كانت صار
month january february march april may june july august september october november december month months summer winter enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre mes meses verano invierno شهور الشهر صيف شتا
resolved fixed resolved stopped fine repaired replaced better false clear went_away thanks thank ok gracias arregl* quedo paso falsa bajo_la تصلح* صلح* انصلح خلص خلاص تمام طلع* كاذب وقف راح* شكرا منيح رجع*
if if ever what_if in_case someday might could would worried scared si algun podria hubiera por_si llegara miedo لو اذا يوم احتمال ممكن اخاف
price price* cost* quote* estimate how_much charge fee bill rate discount cheap* cuanto precio* cuesta* cotiza* presupuesto cobran factura recibo descuento barat* بكم كم سعر اسعار تكلف* فاتور* عرض خصم ارخص غالي
ask do_you can_you does is_it are_you what how which where when who aceptan hacen tienen venden pueden que como cual donde هل شو ايش وش متى وين كيف مين تقدرون ممكن تركبون عندكم بتعملوا
service install* repair* replace* inspect* check tune maintenance service upgrade clean cleaning appointment book schedule cancel reschedule instal* repar* cambi* revis* mantenimiento cita agend* limpi* cancel* تركيب تركب* تصليح فحص صيان* تغيير تنظيف موعد احجز الغي اغير كشف
product sell buy brand new sale stock venden comprar marca nuevo nueva tienda بيع للبيع تبيع* اشتري ماركه جديد
learn class training drill course school homework project movie film show series book novel game news law insurance clase curso simulacro tarea escuela pelicula serie novela libro noticias ley seguro دوره درس واجب مدرسه فيلم مسلسل روايه اخبار قانون تامين تدريب
fun lol haha jaja jajaja lmao joke jeje ههه هههه ههههه امزح
mild little tiny slightly bit slight sometimes lukewarm slow poco poquito tantito leve veces lento شوي بسيط* خفيف* احيانا بطي*
indoors inside house home room apartment basement garage kitchen building upstairs downstairs casa cuarto cocina sotano departamento garaje cochera edificio adentro piso بيت غرف* مطبخ قبو كراج عماره شقه جوا داخل صاله
wide everywhere whole full filling spreading spread all_over todo toda lados lleno llena llenando todos_lados كل معبي* مليان* مالي* منتشر يمتلي تمتد
worse worse getting stronger climbing spreading rising bad really peor cada_vez sube subiendo fuerte mucho جامد قوي* كتير يزيد تزيد بكثافه شديد
outside outside yard street pole tree storm afuera patio calle poste arbol برا حوش شارع عمود عاصفه
!rescue ambulance* paramedic* ems medic firefighter* firemen fire_department fire_truck fire_brigade ambulancia* paramedic* bomber* cruz_roja patrulla اسعاف مطافي اطفائي* دفاع_مدني هلال
!crushed crushed crush* run_over hit_by pinned caught_in trapped_under impal* aplast* prens* atropell* machuc* هرس* دعس* سحق* انحشر* صدم*
!bitten bite bites bit bitten snake viper rattlesnake scorpion spider mord* mordida vibora culebra alacran arana عض* لدغ* حيه افعي عقرب عنكبوت
!fight fight* brawl rina pelea* peleando bronca هوشه خناق* مشاجر* عراك
!prowler intruder burglar prowler flashlight balcony someone_in somebody_in intruso linterna balcon alguien_en alguien_adentro دخيل بيدخل فات فايت
!ledge ledge rooftop overpass tracks cliff rail cornisa azotea barandal barranco vias حافه بلكون* سطح سكه كوبري
!asthma asthma inhaler copd epipen asma inhalador ربو بخاخ
!numb numb numbness paraly* tingling entumid* dormid* durmi* adormec* hormigu* منمل* نمل* خدر* خدران
!toxic toxic chemical* antifreeze detergent fumes mixed_bleach toxic* quimic* acido anticongelante insecticida سام سامه اسيد كيماوي* مبيد كاز
!harm hurting hurt_me hurt_us hurts_me hurt_my hurt_her lastim* hacerme hace_dano dano يأذي* ياذي* تاذي* اذاني اذيه ينأذي ينأذى
!held wont_let lets_me locked_me locks_me hostage kidnap* captive no_me_deja deja_salir encerr* secuestr* rehen حبس* حابس* يحبس* خطف* مخطوف* رهين* يخليني
!forever forever leave_this this_world end_to goodbye farewell para_siempre este_mundo despedir* adios للابد هالعمر هالدنيا وداع* الوداع
!punch punch* kick* slap* shov* patada* punet* cachetad* batazo* يرفس رفس* لكم* صفع* كف كفوف
!neck neck cuello pescuezo garganta رقبه رقبت* حلق
!legs legs leg piernas pierna rodilla knee رجلي رجله رجليه ركبه ركبت*
!warped warp* blister* discolor* deform* doblo* torcio تعوج* اعوج* معوج*
!bare bare exposed frayed sticking_out chewed pelad* expuest* al_aire عريان* مكشوف*
!current current voltage live_wire corriente volts electrificad* تيار فولت فولط
!speechless cant_speak cant_talk slur* mute no_puede_hablar hablar incoher* يحكي احكي يحك* ينطق
!staring staring stare open_but glazed fija fijos ojos_abiertos مفتحه مفتوحه_بس
!limpbody limp floppy stiff jerk* rigid flacid* tieso tiesa rigid* sacud* تيبس* ينتفض* انتفض* متخشب
!notanswering answering answer responding contesta responde respondes ترد يرد بيرد بترد
!red flushed cherry red_face roj* colorad* حمرا محمر*
!freshair fresh_air evacuate get_out move_to aire_fresco evacu* salga salgan اخلو* هوا_نقي اطلعوا
!ppm ppm reading monitor lectura قراءه
!exhaustgas exhaust motor engine idling running_in escape motor عادم عوادم محرك ماتور شغاله
!ice ice icy icebox icicle* hielo escarcha ثلج جليد تلاجه
!coats coats blankets jackets bundled cobijas chamarras mantas بطانيات جواكيت جاكيت*
!hospice nursing_home elderly residents premature preemie pneumonia dialysis surgery asilo prematur* neumonia dialisis operad* cirugia دار_المسنين مسنين عجزه خديج التهاب_رئه غسيل_كلي عمليه
!tooth_lost lost_two lost_tooth teeth_out tooth_out avulsed perdio_un diente_completo se_me_cayo راحوا راح_سني طلعوا طلع_سني
!pushed pushed_in pushed_back moved_back se_metio fue_para_atras رجع_لورا دخل_جوا انحشر_سن
!through through_my through_his through_the stepped_on nail atraves* clavo enterr* مسمار دعست خرم اخترق
!swarm swarm attack bees wasps abejas avispas نحل دبابير
!unlit pilot_went pilot_out no_flame unlit without_flame whoosh apagado_el_piloto sin_flama fogonazo طفت_الشعله بدون_شعله
!shutoff cant_shut cant_close cant_turn wont_close no_puedo_cerrar no_cierra no_la_puedo اسكر اقفل محبس بينسكر
!bubbling bulg* sagging collapsing collaps* panza pandea* abomb* منفوخ منتفخ انهار
die_ordinary phone laptop screen battery view beach vacation telefono celular pantalla vista vacaciones موبايل جوال شاشه اطلال* عطله
ordinary_talk text tell send remind list calendar timer playlist song weather joke mensaje recordatorio lista calendario cancion chiste clima رساله ذكرني قائمه اغنيه نكته طقس
money_talk account card bank balance transfer refund atm payment cash cuenta tarjeta banco saldo transferencia reembolso cajero pago efectivo حساب* بطاق* بنك رصيد* تحويل* صراف دفع* كاش سحب خصم فلوس مصاري نقود
done_by already_came came_and left_already they_came vinieron ya_vino ya_se_fueron اجو اجوا وخلص مشيوا فحصو*
belongs_child baby_tooth milk_tooth wiggly diente_de_leche سن_لبني سن_حليب اسنان_لبنيه
`

const exact = new Map<string, number[]>()
const starts = new Map<string, number[]>()
const hazards = new Set<number>()
for (const [id, line] of lexicon.trim().split('\n').entries()) {
  if (line.startsWith('!')) hazards.add(id)
  for (const word of line.split(' ').slice(1)) {
    const arabic = /\p{Script=Arabic}/u.test(word)
    const key = word.replace('*', '').replaceAll('_', ' ')
    const table = word.endsWith('*') || (arabic && key.length >= 4) ? starts : exact
    table.set(key, [...(table.get(key) ?? []), id])
    const verb = unconjugated(key)
    if (verb !== key && !key.includes(' ')) starts.set(verb, [...(starts.get(verb) ?? []), id])
  }
}

/** An Arabic verb without the letter that tells who does it and when: "بيختنق", "تختنق" and "اختنق" meet in "ختنق". */
function unconjugated(word: string): string {
  return word.replace(/^(?:[بحهسل]?[يتن]|ا)(?=\p{Script=Arabic}{4})/u, '')
}

/** The concepts of a folded word, given also without what leans on it and with the word after it. */
export function conceptsOf(word: string, bare: string, next: string | undefined): number[] {
  const found = new Set<number>()
  add(word, found)
  if (bare !== word) add(bare, found)
  const verb = unconjugated(bare)
  if (verb !== bare) add(verb, found)
  if (next !== undefined) for (const id of exact.get(`${word} ${next}`) ?? []) found.add(id)
  return [...found]
}

function add(word: string, into: Set<number>): void {
  for (const id of exact.get(word) ?? []) into.add(id)
  for (let length = 2; length <= word.length; length += 1)
    for (const id of starts.get(word.slice(0, length)) ?? []) into.add(id)
}

/** Whether a concept may itself be what is wrong; "now", "price" or "mother" may not. */
export const isHazard = (concept: number): boolean => hazards.has(concept)
