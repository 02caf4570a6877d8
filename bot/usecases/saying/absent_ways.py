"""How people ask for what there is not."""

import re

from bot.domain.saying.absent import Absent

WAYS = {
    Absent.REMINDER_TO_ALL: (
            "send/sende/udsend påmindelse til alle [om/møde] | påmindelse alle/medlemmerne/deltagerne/gruppen"
            " | mind/minde/husk alle/medlemmerne/deltagerne/dem om | send/udsend påmindelse/reminder [alle/ud]"
            " | reminder alle/ud/medlemmerne | ryk alle/allesammen | rykker alle/medlemmerne"
            " | påmind alle/medlemmerne/deltagerne | alle skal huskes/mindes | skriv alle husk | masseudsend"
            " | påmindelse/reminder/rykker ud/sendes/udsendes/medlemmer/deltagere"
            " | mind/minde/husk folk/medlemmer/deltagere/kommunerne/politikerne/dem på/om | få alle til at huske"
            " | hukommer | lav en påmindelse/reminder"
        ),
    Absent.ROOM: (
            "book/bestil/reserver et lokale/mødelokale til/møde/i [marts]"
            " | book/booke/bookes/bestil/bestille/reserver lokale/mødelokale/lokaler/sal"
            " | book/booke/bookes/bestil/bestille/reserver salen/mødesal/rum/mødested/konferencerum"
            " | reservere/skaf/skaffe/lej/leje/find/finde lokale/mødelokale/lokaler/sal"
            " | reservere/skaf/skaffe/lej/leje/find/finde salen/mødesal/rum/mødested/konferencerum"
            " | ledigt/ledige lokale/mødelokale/lokaler/rum | er lokale booket/bestilt/reserveret/ledigt"
            " | lokalebooking | booking lokale | projektor | projektor/skærm/whiteboard lokale"
            " | book rådhuset/byrådssalen"
            " | book/booke/bestil/reserver/skaf/find/lej lokale/mødelokale/sal/rum/rådhussal i/til/hos/på/d"
            " | parkeringsplads/parkering/parkeringspladser bestil/book/reserver/skaf"
            " | bestil/book/reserver/lej parkering/parkeringsplads/bord/borde/stole/mikrofon/højttaler/skærm/"
            "projektor/udstyr/borddækning/mødested | mødelokale ledigt/optaget/frit"
            " | lokale ledigt/optaget/frit/fri | opdækning | bordopstilling | it-udstyr | mikrofon"
            " | nøgle/nøgler lokale/rådhuset"
        ),
    Absent.FOOD: (
            "kaffe | kage | frokost | mad [er/bestil] | forplejning | sandwich | sandwicher | smørrebrød"
            " | morgenmad | aftensmad | morgenbrød | rundstykker | brød | catering | drikkevarer"
            " | vand kande/bestil/mødet | te kaffe | snacks | frugt | madallergi | allergi | vegetar | vegetarisk"
            " | spise/spiser [mødet/vi/før] | bespisning | kantine | kantinen | øl | fadøl | vin | sodavand"
            " | danskvand | croissant | croissanter | wienerbrød | kagemand | lagkage | buffet | menu | tallerken"
            " | kaffe/te/vand/mad/brød på/til/bestil/sørg | får vi/man noget spise/drikke | spise/drikke noget/er"
            " | noget at spise/drikke | madpakke | proviant | fest/julefrokost/receptionen bestil"
            " | bestil/bestille/købe/køb blomster/gave/gaver/blomst | gave | blomster"
        ),
    Absent.CALL: (
            "få fat telefon/telefonen | telefon/telefonen ring/tag/fat/på | telefonmøde | telefonopkald"
            " | kald formanden op | lav et opkald"
            " | ring/ringer/ringe til/op/formanden/lige/mig !punkt !sagde !syg !der !selv !læst"
            " | ring/ringe/ringer til/op borgmesteren/borgmester/kommunen/regionen/sekretæren/hende/ham/dem/"
            "lægen/koordinatoren | ring hør/spørg/sig | ring/ringe [lige/op] og"
            " | snak/tal med/tale formanden/borgmesteren/ham/hende kan/vil/du | taler/ringer du | tage telefonen"
            " | foretag/foretage opkald | telefon ring/tag | ring rundt | ringe rundt"
        ),
    Absent.MAIL: (
            "sende/sendes mail/mails/email/sms/e-mail når/hver !fået"
            " | send/sende/skriv/skrive mail/mails/email/sms !mailadresse | nyhedsbrev | mailliste"
            " | videresend mail/den/det | fax | brevpost | med posten | rundmail | massemail | fællesmail"
            " | gruppemail | mail til/alle/medlemmerne/rundt"
            " | send/sende/skriv rundmail/massemail/mail/sms/besked til/alle/om/rundt | sms | sms'er | sms'e"
            " | smse | maile/mail/mailer rundt/til/ham/hende/dem/borgmesteren/lægerne | e-boks | eboks"
            " | digital post | whatsapp | messenger | videresend mail/mailen"
            " | mail/mailer mig/os/til/dagsorden/referat !fået !mailadresse | send/få på mail/sms"
        ),
    Absent.POLL: (
            "kan/skal/lad vi/os stemme om/lige/nu | stemme om det/den/her/sagen"
            " | afstemning start/lav/hold/holde/lave/opret/skriftlig/punkt/om/sæt/elektronisk/digital/gang"
            " | stem/stemme/stemmer vi/os om | lad os stemme | skal vi stemme | stemme om det/punkt/den"
            " | stemmes om | håndsoprækning | poll | doodle | spørgeskema | spørg/spørge alle/medlemmerne"
            " | rundspørge | meningsmåling | hvem stemmer for | tæl stemmer | urafstemning | skriftlig votering"
            " | forms !den !godkende !denne"
            " | afstemning i/tråden/nu/her/hurtig/start/tag/tage/skal/kan/lad/lav/digital/"
            "over !resultat !blev !var !medicin | hurtig/lille/kort afstemning | skriftlig høring"
            " | høring start/lav/hold/send/sæt | send/start/sæt i/ud høring"
            " | stem/stemme ja/nej/for/imod/på/digitalt | stemmer for/imod hvem | ved håndsoprækning"
            " | lav/lave/opret quiz/spørgeskema/undersøgelse/survey | survey | tilfredshedsundersøgelse"
            " | find/finde dato/tidspunkt passer/alle/doodle | hvornår kan alle | spørg rundt | høre alle/rundt"
            " | afgiv/afgive stemme/stemmer"
        ),
    Absent.SECRET_VOTE: (
            "hemmelig/hemmeligt/anonym/anonymt/skjult afstemning/stemme/stemmer/svar/svare/valg/votering"
            " | afgive stemme uden navn | uden navn svare/stemme | anonym | anonymt"
            " | uden at andre/nogen ser/ved/kan hvad/stemme/svare | hemmelig | hemmeligt"
            " | fortroligt stemme/svare | kan de se hvad jeg stemte/stemmer"
        ),
    Absent.TRANSLATION: (
            "oversæt/oversætte/oversættes/oversættelse/oversat"
            " | engelsk/tysk/svensk/norsk/grønlandsk/polsk/fransk udgave/version/dagsorden/referat/på"
            " | på engelsk/tysk/svensk/norsk/grønlandsk/fransk/arabisk | tolk | tolkning | translate"
            " | oversæt/oversætte/oversættes/få til/på engelsk/tysk/svensk/norsk/grønlandsk/færøsk/polsk/"
            "ukrainsk/arabisk | på/til engelsk/tysk/svensk/norsk/grønlandsk/færøsk/polsk/ukrainsk/arabisk/fransk"
            " | engelsksproget | tysksproget | sproglig version | letlæst udgave/version | let dansk"
        ),
    Absent.SUMMARY: (
            "giv/få/vis/har kort/korte version/udgave | den korte version/udgave"
            " | resume/resumé/resumere/resumer/opsummering/opsummer/opsummere/sammenfatning/sammenfat/sammendrag"
            " | kort version/udgave dagsorden/referat | i korte træk | kort sagt hvad dagsorden/referat"
            " | hovedpunkter/hovedpointer/pointer/essens [dagsorden/referat/bilag] | kogt ned | på en side | tldr"
            " | kort fortalt | forkort dagsorden/bilag/teksten"
            " | vigtigste/væsentligste pointer/i/punkter dagsorden/referat/bilag/teksten"
            " | giv/lav/skriv/få resume/resumé/opsummering/overblik/sammendrag/essensen | tre/fem linjer/bullets"
            " | i punktform | bullets | kort giv/fortæl/hvad/opsummer indholdet/dagsorden/referat/bilag"
            " | orker/gider/når ikke læse [alt/det/hele] | kort hvad handler det om"
            " | hurtigt overblik dagsorden/bilag/referat | på/i to/tre/fem minutter/linjer"
            " | hvad er det vigtigste | essensen | kan du koge/korte | gør kort/kortere dagsorden/referat/bilag"
            " | læs op/højt | læse op/højt"
        ),
    Absent.MINUTES_BY_ITSELF: (
            "referat automatisk/selv/lydfil/lydfilen/lyd/transskription/copilot/ai"
            " | skriv/skrive/lav/lave referat for mig/os | kan/vil du skrive/skriv referat/referere/tage"
            " | transskriber/transskribere/transskription | skriv ned hvad vi/der siger/sagt/bliver"
            " | du skriver/tager referat | referer/referere møde | lyt med skriv/og | diktat | diktere"
            " | skriv ordret | du selv/ikke skriver/skrive/lave/lav/tage/skriv referat !jeg"
            " | skriv/skrive/lave/lav/generer/generere referat ud/optagelsen/optagelse/selv/automatisk/mig/"
            "noterne/noter | referat ud fra/af optagelsen/optagelse/noter/noterne | ai referat/skriv/skrive"
            " | chatgpt | copilot | kunstig intelligens | skriver/tager/laver du referat"
            " | tag/tage noter/notater du/for/undervejs/selv | noter automatisk | lav noget udkast/referat selv"
        ),
    Absent.RECORDING: (
            "lydoptagelse | videooptagelse | stop optagelse | livestream"
            " | streame/streames/stream/streamer [møde] | film/filme møde | lydfil | filmes/filmet møde"
            " | tage billeder/fotos"
            " | optagelse/optagelsen [møde/af/findes/er] !alle !punkt !forslag !den !dagsorden !vi"
            " | optager/optages/optaget du/det/vi/nogen/nogle/bliver !dagsorden !punkt !forslag"
            " | bliver optaget/filmet/livestreamet | optagelsen | båndoptager | filmer/filmes/filmet"
            " | tag/tager billede/billeder/fotos/foto | foto/fotograf | fotograf | transmitteres"
            " | kan man se/høre mødet bagefter/senere | genudsend"
        ),
    Absent.ONLINE_MEETING: (
            "har du/i link til/møde | link til mødet/møde | får vi/jeg link"
            " | teamsmøde/onlinemøde/videomøde/virtuelt/hybridmøde/skypemøde"
            " | online/video/teams/zoom/virtuelt/digitalt deltage/deltager/være/med"
            " | online/video/teams/zoom/virtuelt/digitalt møde/afholde/afholdes/holde/link"
            " | link møde/teams/deltage/online/zoom !kalender | møde på teams/zoom/video/skype"
            " | kan man/jeg være med/deltage online/virtuelt/hjemmefra/skærm/video/telefon"
            " | på video/skærm/zoom/skype | hjemmefra deltage/være/med | hvor er linket | mødelink | zoom"
            " | videolink | ringe ind til mødet | over/via teams/zoom/skype/video/nettet/telefon/skærm"
            " | på teams/zoom/skype/video/skærm/nettet være/deltage/med/komme"
            " | komme/deltage/være med over/via/online/virtuelt/teams/hjemmefra/digitalt | teamslink | zoomlink"
            " | link til mødet/teams/zoom/online | online | virtuelt/virtuel | hybrid | hjemmefra"
            " | holdes/afholdes mødet fysisk/online/virtuelt | fysisk eller/online/virtuelt"
            " | køre kan/ikke deltage/være online"
        ),
    Absent.MESSAGE_TO_SOMEBODY: (
            "forsinket/forsinkelse !hvorfor !færge | kommer for/lidt sent | kommer senere !forslag !punkt"
            " | må/skal gå før/tidligere | skal afsted/af sted kl/til | forlader mødet tidligere | læg en seddel"
            " | beskeder suppleant/sekretær/også"
            " | send/sende/skriv besked/hilsen alle/medlemmerne/gruppen/om/at/kommunerne/formandskabet"
            " | skriv/skrive til alle/borgmesterens/sekretær/sekretæren/regionen/kommunen/hende/ham/dem/"
            "lægerne at/om | sig/fortæl/meddel til/alle/dem/regionen/kommunerne/formandskabet at"
            " | kommer/bliver minutter/min/kvarter/time sent/forsinket/senere"
            " | kommer for/lidt/sent/senere !forslag !punkt !referat | lidt/bliver forsinket"
            " | ved/kan du lade alle/dem/formanden vide | giv/giver dem/alle/formanden/sekretariatet besked"
            " | videregiv/viderebring/viderebringe | ønsk/ønske tillykke | tillykke sig/til"
            " | tak/takke formanden/alle/dem fra mig | undskyld/beklag til/formanden | præsenter/præsentere mig"
            " | hils dem/alle/ham/hende/formanden | skal gå/kører/tage/smutte tidligere/før"
            " | må gå/køre/smutte før/tidligere/kl"
        ),
    Absent.LETTER: (
            "skriv/skrive/lav/lave/send/formuler/udarbejd brev/pressemeddelelse/notat/artikel/tale"
            " | skriv/skrive/lav/lave/send/formuler/udarbejd høringssvar/opslag"
            " | skriv/skrive/lav/lave/send/formuler/udarbejd indstilling/debatindlæg/ansøgning | pressemeddelelse"
            " | send brev/breve til | skriv en tekst/udtalelse | facebook/linkedin opslag | facebook | linkedin"
            " | nyhed hjemmesiden skriv | takkebrev | svarbrev"
            " | skriv/skrive/lav/lave/udform/formuler/forfat/udarbejd pressemeddelelse/presse/udtalelse/brev/"
            "notat/artikel/tale/taler/høringssvar/opslag/nyhedsbrev/ansøgning/præsentation/powerpoint/indlæg/"
            "læserbrev/invitation/kronik/rapport/projektbeskrivelse/handleplan/strategi/budget/business"
            " | powerpoint | præsentation lav/skriv | høringssvar | læserbrev | debatindlæg | kronik | instagram"
            " | svar/svare journalisten/journalist/avisen/pressen"
            " | journalist/pressen spørger/svar/svare/ringer/vil/sig | opslag/some/sociale medier"
        ),
    Absent.CHARTER_CHANGE: (
            "ændr/ændre/ændres/ret/rette/rettes/opdater/opdatere kommissorie !hvordan !hvem"
            " | rediger/redigere/revider/revidere/omskriv/skriv/erstat/udskift/slet kommissorie !hvordan !hvem"
            " | nyt kommissorie | skrive kommissorie om | kommissorie skal/bør ændres/laves/om/opdateres"
            " | upload/indlæs kommissorie | ret i kommissorie"
            " | ændre/ændr/rette/ret/skrive/justere/lave/opdatere i/om kommissorie !hvordan !hvem"
            " | kan/vil/skal/må vi/i/jeg ændre/rette/justere kommissorie"
            " | ændring/ændringer/rettelse/rettelser/tilføjelse i/af/til kommissorie !hvordan !hvem"
            " | nyt/revideret/opdateret kommissorie [skal/ind] | kommissorie forældet/forkert"
            " | forretningsorden/forretningsordenen/vedtægter/vedtægterne ændre/rette/ret/ændres"
            " | paragraf/§ ændres/ændre/rettes/slettes"
        ),
    Absent.MEMBER_CHANGE: (
            "opret/oprette/ny bruger/brugere/brugerprofil til/ny | bruger opret/adgang/nedlæg"
            " | tilføj/tilføje/opret/oprette/indmeld/nyt/ny medlem/medlemmer !punkt !hvem !dagsorden !version"
            " | tilføj/tilføje/opret formand/formanden/suppleant !punkt !hvem !dagsorden !version"
            " | oprette/indmeld/nyt/ny formand/formanden/suppleant !punkt !hvem !dagsorden !version"
            " | fjern/fjerne/slet/slette medlem/medlemmer !punkt !hvem !dagsorden !version"
            " | fjern/fjerne/slet/slette formand/formanden/suppleant !punkt !hvem !dagsorden !version"
            " | udskift/udskifte/skift/skifte medlem/medlemmer !punkt !hvem !dagsorden !version"
            " | udskift/udskifte/skift/skifte formand/formanden/suppleant !punkt !hvem !dagsorden !version"
            " | ret/rette/opdater/ændre/ajourfør deltagerliste/medlemsliste/medlemslisten/medlemmer"
            " | ændre/ændr/opdater/opdatere/ret mailadresse/telefonnummer/efternavn/rolle/stilling"
            " | rette/ny/nyt/skift/skiftet mailadresse/telefonnummer/efternavn/rolle/stilling"
            " | nyt/ændre/ret/skift navn mit/hans/hendes | min mailadresse | mit navn forkert/stavet/ændret"
            " | forkert navn/mailadresse | stoppet/udtrådt/rejst/opsagt medlem/han/hun/listen !plads"
            " | holdt op !regn | fjern/slet ham/hende [fra/listen] | fået nyt job"
            " | har overtaget [hans/hendes/efter] | ny i stedet for [ham/hende] | afløser/erstatter [som/medlem]"
            " | meld mig ud | melde/meldes mig/ud af | udmeld mig"
            " | gør/gøre til/mig/ham/hende medlem/admin/formand | gør til medlem | skal være nyt medlem/formand"
            " | giv adgang/rettigheder | adgang til ham/hende/kollega | rettigheder"
            " | medlemslisten forkert/rettes | fratrådt | nyvalgt"
            " | give sekretær/suppleant/kollega adgang/beskeder | suppleant beskederne/også have/få beskeder"
            " | stoppet/fratrådt/udtrådt/rejst/opsagt han/hun/medlem/listen/formand/borgmester/borgmesteren/"
            "repræsentant/koordinator/koordinatoren/ikke/byrådet/politik !plads !pladsen !søg"
            " | ny/nyt/nye formand/borgmester/borgmesteren/repræsentant/medlem/koordinator/sekretær/direktør/"
            "suppleant fået/har/er/hedder/indsat/opdater/ret/skift !hvem !hvornår !punkt"
            " | formand/formanden/borgmester/repræsentant/koordinator/medlem skiftet/skift/udskiftet/"
            "udskiftes/udskift/ny/valgt !hvem !hvornår !punkt"
            " | skift/skifte/udskift/udskifte ham/hende/ud [ny/fået]"
            " | kollega/afløser/vikar tilføjet/tilføje/tilføj/oprettet/opret/med/adgang/få/får/ind"
            " | tilføj/tilføje/opret/oprette/få ny/ham/hende/bruger/brugere/person/kollega/kollegaen/afløser"
            " | min efterfølger/afløser/vikar/kollega [skal/tager/hedder] | efterfølger | skal have adgang"
            " | give ham/hende/kollega adgang | ændre/ret/rette/opdater medlemslisten/deltagerlisten/listen"
            " | medlemslisten/deltagerlisten/kontaktlisten forkert/forældet/passer/ikke/rettes/opdateres"
            " | jeg er ikke længere/mere medlem/med/formand | jeg er stoppet/holdt/fratrådt/gået"
            " | stopper som/i byrådet/klyngen/politik | skiftet job/arbejde/efternavn/navn/mail/nummer"
            " | nyt efternavn/navn/nummer/telefonnummer/job"
            " | mit navn/efternavn/telefonnummer/titel forkert/staves/stavet/er/hedder | hedder jeg"
            " | staves forkert"
        ),
    Absent.DELETION: (
            "slet/slette/slettes sag/sagen/forslag/forslaget !plads !post !hjemmeside !mit !mine !vores"
            " | slet/slette/slettes alt/dokument/dokumentet/historik/chat !plads !post !hjemmeside"
            " | slet/slette/slettes samtalen/tråden/beskeder/besked !plads !post !hjemmeside"
            " | slet/slette/slettes referat/referatet/dagsorden/dagsordenen/fil !plads !post !hjemmeside"
            " | slet det hele/permanent/for altid | fjern alle spor | slet min besked | helt væk med | ryd op/alt"
            " | få slettet !ikke !tilbage !nogen !punkt"
            " | slet/slette/slettes/smid/kassér/makuler sagen/sag/alt/historik/samtalen/chatten/chat/tråden/"
            "mappen/filen/filer/versionen/udkastet !plads !post !opgave !bilag | slet alt/historikken/chatten"
            " | kan man slette | slette for evigt"
            " | tøm/nulstil/nulstille/ryd alt/det/historik/listen/samtalen/chatten"
        ),
    Absent.ERASURE: (
            "hvem adgang/se/læse/læser hvad/det skriver/skrevet/beskeder | hvem kan se/læse hvad/det jeg skriver"
            " | slet/slette/slettes/fjern/glem mig/oplysninger/data/persondata/personoplysninger/profil"
            " | glemt retten | retten til at blive glemt | gdpr | persondata | personoplysninger"
            " | databeskyttelse | mine data/oplysninger [hvad/slet/se] | slet alt om mig"
            " | hvad har/gemmer/ved I/du om mig | samtykke | databehandleraftale | min profil slet"
            " | indsigt i mine data/oplysninger | cookies"
            " | slettes/slettet/slette/fjernes/fjernet/glemmes/ud jeg/mig fra/af systemet/registret/databasen/bot"
            " | slet mig | jeg vil slettes/glemmes/ud/væk | slettes fra systemet/listen/jer"
            " | hvad har du/i/de liggende/gemt/registreret/om mig/på | hvilke oplysninger/data har/gemmer/om"
            " | gemmer du/i data/oplysninger/mine/det/hvad/beskeder | data om mig/os"
            " | persondata/oplysninger mine/om/slet/slettes | privatliv/privatlivspolitik"
            " | hvem kan se/læse hvad/mine jeg skriver/beskeder | må du gemme | er det gdpr"
        ),
    Absent.ACCESS: (
            "aktindsigt [i/få/om] | indsigt i sagen/sager/akter/dokumenter | få adgang til alle dokumenter/akter"
            " | begære/begærer aktindsigt | se alle akter | offentlighedsloven"
            " | udlevering/udlever akter/dokumenter | agtindsigt | aktindsigt"
            " | søger/søge/bede/beder/få/anmoder/anmode aktindsigt | kopi af alle/akter/sagens"
            " | se/få sagens akter | journalen få/se | pressen bedt/vil akter/indsigt"
        ),
    Absent.UNDONE_DISPATCH: (
            "kald/kalde/kaldes/træk dagsorden/dagsordenen/referat tilbage sendt/udsendt/ud"
            " | trække/trækkes/tag/hiv dagsorden/dagsordenen/referat tilbage sendt/udsendt/ud"
            " | kald/kalde/kaldes/træk/trække/trækkes/tag/hiv referatet/den/udsendelse tilbage sendt/udsendt/ud"
            " | kald dagsorden/dagsordenen/referat/referatet/den tilbage | tilbagekald [dagsorden/referat]"
            " | fortryd/fortryde/annuller/stop udsendelse/udsendelsen/afsendelse"
            " | kom til at sende ud/dagsorden/referat/den/forkert"
            " | sendt/udsendt ved en fejl/forkert dagsorden/referat | sendt fejl/forkerte | ufortryd"
            " | få dagsorden/referat tilbage | trække dagsorden/referat tilbage | fortryd at sende/jeg sendte"
            " | hente/hent/kald/kalde/kaldes/træk/trække/tag/få/få hjem/tilbage udsendt/udsendte/udsendelsen/"
            "udsendelse/dagsorden/referat/mail/mailen"
            " | forkerte/forkert dagsorden/referat/version/udgave sendt/ud/afsted/send/udsendt/røget"
            " | kom/kommet til at sende/udsende/trykke | dagsorden/referat sendt/røg for/forkert/tidligt/fejl"
            " | stop/stoppe udsendelse/den/det ud/afsted | for tidligt sendt/udsendt/send"
            " | fortryde/fortryd sendt/send/udsendelse/afsendelse | ikke meningen sendes/sendt/ud/send"
        ),
}  # fmt: skip


BY_MAIL = re.compile(
    r"\b(?:på|via|som|per|pr\.?|med|over|send(?: mig)?|skriv)\s(?:en\s)?(?:e-?mail|mail|sms)\b"
    r"|\bmaile?\s(?:den|det|dagsordenen|referatet|til)\b",
    re.IGNORECASE,
)


HAS_DONE = re.compile(r"\b(?:har jeg|jeg har|vi har|er sendt|sendte)\b", re.IGNORECASE)
