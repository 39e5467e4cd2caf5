"""Word lists of Indonesian as civil servants write it: formal, informal, and mixed with English.

Each list says only what the stemmer and the tokenizer cannot know. Keys and values are in lower case.
"""

from __future__ import annotations

from typing import Final

ABBREVIATIONS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in """
    abis=habis adl=adalah adlh=adalah aja=saja ama=sama antr=antara ato=atau bareng=bersama barengan=bersama
    bbrp=beberapa belom=belum bgmn=bagaimana bgt=banget bgtu=begitu bhw=bahwa biar=supaya bikin=buat bkn=bukan
    blm=belum bln=bulan blom=belum blum=belum bngt=banget bnr=benar bnyak=banyak bnyk=banyak brp=berapa bs=bisa
    byk=banyak cepet=cepat cth=contoh cuma=hanya cuman=hanya dah=sudah dateng=datang denger=dengar dg=dengan
    dgan=dengan dgn=dengan dibikin=dibuat dijelasin=dijelaskan dikerjain=dikerjakan dilakuin=dilakukan diliat=dilihat
    dipake=dipakai dipikirin=dipikirkan disatuin=disatukan diselesaiin=diselesaikan disimpen=disimpan diurusin=diurus
    dlam=dalam dlm=dalam dng=dengan dngan=dengan dngn=dengan doang=saja dpat=dapat dpt=dapat dr=dari dri=dari
    drpd=daripada dtg=datang emang=memang emg=memang engga=tidak enggak=tidak enggk=tidak ga=tidak gak=tidak
    gimana=bagaimana gini=begini gitu=begitu gk=tidak gmana=bagaimana gmn=bagaimana gtu=begitu gue=saya gw=saya
    hny=hanya hnya=hanya hrs=harus hrus=harus jd=jadi jdi=jadi jelasin=jelaskan jg=juga jgn=jangan jln=jalan
    jml=jumlah jmlh=jumlah kab=kabupaten kaga=tidak kagak=tidak kalo=kalau karna=karena kayak=seperti kec=kecamatan
    kenapa=mengapa kerjain=kerjakan ketemu=bertemu kl=kalau klau=kalau klo=kalau klw=kalau kmi=kami kmrin=kemarin
    kmrn=kemarin knapa=mengapa knp=mengapa kpd=kepada kpda=kepada krena=karena krn=karena krna=karena kyak=seperti
    kyk=seperti lakuin=lakukan lbh=lebih lg=lagi lgsg=langsung lht=lihat liat=lihat lngsg=langsung lsg=langsung
    lwt=lewat masy=masyarakat masyrakat=masyarakat masyrkt=masyarakat mgkn=mungkin mikir=berpikir mikirin=memikirkan
    mjd=menjadi mk=maka mksd=maksud mngkn=mungkin mnjadi=menjadi mnjd=menjadi mnrt=menurut mnurut=menurut mrk=mereka
    mrpkn=merupakan mrupakan=merupakan msg=masing msh=masih mslah=masalah mslh=masalah msyrkt=masyarakat nda=tidak
    ndak=tidak ndk=tidak ngajak=mengajak ngak=tidak ngambil=mengambil ngaruh=berpengaruh ngasi=memberi ngasih=memberi
    ngatur=mengatur ngebantu=membantu ngebuat=membuat ngejelasin=menjelaskan ngelakuin=melakukan ngeliat=melihat
    ngelola=mengelola ngerjain=mengerjakan ngerti=mengerti ngga=tidak nggak=tidak nggk=tidak ngikut=mengikuti
    ngikutin=mengikuti ngomong=berbicara ngomongin=membicarakan ngumpulin=mengumpulkan ngurus=mengurus
    ngurusin=mengurus ningkatin=meningkatkan nunggu=menunggu nungguin=menunggu nyampein=menyampaikan nyari=mencari
    nyatuin=menyatukan nyelesaiin=menyelesaikan nyelesain=menyelesaikan nyelesein=menyelesaikan nyimpen=menyimpan
    olh=oleh org=orang pake=pakai pd=pada pda=pada pemrnth=pemerintah pengen=ingin pengin=ingin pgn=ingin pmda=pemda
    pmerintah=pemerintah pmrintah=pemerintah pmrnth=pemerintah pmrth=pemerintah pnting=penting pny=punya pnya=punya
    prov=provinsi sampe=sampai sbenarnya=sebenarnya sbg=sebagai sblm=sebelum sbnrnya=sebenarnya sdah=sudah sdg=sedang
    sdh=sudah sgt=sangat shg=sehingga shgga=sehingga simpen=simpan sjk=sejak skg=sekarang sklh=sekolah skrg=sekarang
    skrng=sekarang slalu=selalu slama=selama sllu=selalu sm=sama smbl=sambil smpai=sampai smpe=sampai smua=semua
    smw=semua sndiri=sendiri sprti=seperti spt=seperti spy=supaya spya=supaya srg=sering stelah=setelah stiap=setiap
    stlh=setelah sy=saya tak=tidak tau=tahu tdak=tidak tdk=tidak tgl=tanggal thd=terhadap thdp=terhadap thn=tahun
    tlh=telah tntang=tentang tntg=tentang tp=tapi tpi=tapi trhadap=terhadap trhdp=terhadap trmsk=termasuk
    trnyata=ternyata trs=terus trsbt=tersebut trus=terus tsb=tersebut tsbt=tersebut ttg=tentang ttp=tetap udah=sudah
    udh=sudah untk=untuk utk=untuk utuk=untuk wkt=waktu wktu=waktu yag=yang yg=yang yng=yang
    """.split()
)
"""Abbreviations and colloquial forms, spelt out; not for a word in capital letters (*BKN*, *LBH*).

Left out are those that stand for several words: *br* (baru, berapa), *pas* (ketika, tepat), *plg* (paling, pulang),
*smp* (sampai, a school), *buat* (untuk, membuat), *kasih* (beri, sayang), *gede* (besar, a name).
"""

SPELLINGS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in """
    aktifitas=aktivitas analisa=analisis colaboration=collaboration colaborative=collaborative efektifitas=efektivitas
    goverment=government governement=government govermence=governance govermance=governance governence=governance
    ijin=izin kwalitas=kualitas praktek=praktik resiko=risiko sectoral=sektoral sinergitas=sinergi sistim=sistem
    standarisasi=standardisasi tehnis=teknis tehnologi=teknologi
    """.split()
)
"""Frequent misspellings, and the spelling that a rubric uses."""

LEMMAS: Final[dict[str, str]] = dict(
    pair.split("=")
    for pair in """
    bagian=bagian bagian-bagian=bagian bersama=bersama bersama-sama=bersama bekerjasama=kerjasama
    berkepentingan=kepentingan kebersamaan=bersama kebijakan=kebijakan kepemimpinan=pimpin kepentingan=kepentingan
    kerjasama=kerjasama kesamaan=kesamaan memimpin=pimpin menuju=tuju menunjang=tunjang
    pemerintah=pemerintah pemerintahan=pemerintah
    pendapat=pendapat pendapatan=pendapatan pendekatan=pendekatan penerapan=terap pengaruh=pengaruh memengaruhi=pengaruh
    mempengaruhi=pengaruh berpengaruh=pengaruh dipengaruhi=pengaruh peran=peran berperan=peran perangkat=perangkat
    sebagian=sebagian sesuai=sesuai menyesuaikan=sesuai penyesuaian=sesuai tertanggung=tanggung kekuasaan=kuasa
    tanggungjawab=tanggungjawab bertanggungjawab=tanggungjawab pertanggungjawaban=tanggungjawab
    pemda=pemda swasta=swasta kabupaten=kabupaten kesehatan=kesehatan pendidikan=pendidikan perusahaan=perusahaan
    perikanan=perikanan pertanian=pertanian kementerian=kementerian kepercayaan=percaya mempercayai=percaya
    beragam=ragam beranekaragam=ragam dinilai=nilai efektivitas=efektif keberagaman=ragam keragaman=ragam
    keterbukaan=terbuka keterlibatan=libat keterpaduan=padu kreativitas=kreatif memakai=pakai memperoleh=peroleh
    menilai=nilai pemakaian=pakai produktivitas=produktif terbuka=terbuka
    """.split()
)
"""Words that the stemmer would cut wrongly or would make one with a word of another meaning (*pendapat*, *dapat*)."""

COMPOUNDS: Final[dict[tuple[str, str], str]] = {
    ("kerja", "sama"): "kerjasama",
    ("tanggung", "jawab"): "tanggungjawab",
    ("tanggung", "jawaban"): "tanggungjawab",
}
"""Two words that are also written as one; both spellings end as the same stem. The second word is a surface form."""

DETACHED: Final[tuple[str, ...]] = ("antar", "non", "multi", "inter", "pasca")
"""Bound forms that are written attached or apart: *antarinstansi*, *antar instansi*."""

KEPT_WHOLE: Final[frozenset[str]] = frozenset(
    "antara antaranya antarkan antaran internal internet interaksi interaktif internasional intervensi interview "
    "interoperabilitas nonton multimedia interpretasi intern multi inter antar non pasca".split()
)
"""Words that only seem to begin with one of those."""

FUNCTION_WORDS: Final[frozenset[str]] = frozenset(
    """
    ada adalah adapun agar akan aku anda apa apabila apakah atas atau bagai bagaimana bagi bahkan bahwa banget begini
    begitu belum beliau berbagai beberapa bisa boleh bukan dalam dan dapat dari daripada demi demikian dengan di dia
    dkk dll dong dsb dst hal hampir hanya harus hingga ia ialah ini itu itulah jadi jangan jika juga kah kalau kalian
    kami kan karena ke kemudian kepada kita lagi lah lain lalu lebih maka maksud manakala masih maupun melainkan memang
    mengapa menjadi menurut mereka merupakan meski meskipun mungkin namun nya oleh pada padahal para paling per pernah
    pula pun saat saja saling sambil sampai sana sangat saya se sebab sebagai sebagaimana sebelum sebuah secara
    sedang sedangkan seorang sehingga sejak sekadar selain selalu selama seluruhnya semakin sementara seperti serta
    sesuatu sesudah setelah setiap si siapa sih situ suatu sudah supaya tanpa tapi telah tentang tentu tentunya
    terhadap termasuk ternyata tersebut terus tetap tetapi tiap tidak toh untuk walau walaupun yaitu yakni yang
    a an and are as at be been but by can for from has have how in into is it its more not of on or our so such
    that the their them then there these they this those through to was we were what when where which who will with
    you your
    """.split()
)
"""Words without subject matter: pronouns, prepositions, conjunctions, particles, auxiliaries, in both languages."""

ROOTS_IN_K: Final[frozenset[str]] = frozenset(
    "kaji kalah kecil kejar kelola keluh kembang kenal kendali kerah kerja kerjasama kirim kolaborasi komunikasi "
    "konsultasi kontrol koordinasi koreksi korban kritik kuasa kuat kubur kukuh kumpul kunjung "
    "kurang kurung kutip".split()
)
"""Roots whose *k* melts into *meng-* and *peng-* (*mengelola*); the stemmer cannot know that from *mengurus*."""

ROOTS_IN_M: Final[frozenset[str]] = frozenset(
    "maaf mabuk macet main maju makan maklum mampu manfaat masalah masuk mati milik minat minta minum mohon muat mudah "
    "mufakat mula muka mulia musuh musyawarah".split()
)
"""Roots that begin with *m* themselves, where the stemmer would put back a *p* (*memiliki*)."""

ROOTS_IN_N: Final[frozenset[str]] = frozenset("naik nama nanti nasihat nikah nikmat nilai nyala nyata".split())
"""Roots that begin with *n* themselves, not with a *t* that melted into *men-* (*menilai*)."""

NEVER_STEMMED: Final[frozenset[str]] = FUNCTION_WORDS | frozenset(
    "kelola pakai percaya peroleh terima tata "
    "asas atasan akibat adat alat badan bidang daerah desa dinas jalan kantor kerja kota lahan makan masyarakat negara "
    "nilai pasar peka pulau rakan satuan sekolah seluruh semua swadaya target teknis teman usaha".split()
)
"""Words left as they are; the stemmer would take a part of the root for an affix."""
