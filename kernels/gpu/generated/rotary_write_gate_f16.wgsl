var<workgroup> shared_v56: array<f32, 64>;
var<workgroup> shared_v529: array<f32, 128>;
var<workgroup> shared_v652: array<f32, 128>;
@group(0) @binding(10) var<storage, read_write> v41: array<f32>;
@group(0) @binding(9) var<storage, read_write> v37: array<f32>;
@group(0) @binding(8) var<storage, read_write> v33: array<f32>;
@group(0) @binding(7) var<storage, read_write> v29: array<f32>;
@group(0) @binding(6) var<storage, read_write> v25: array<f32>;
@group(0) @binding(5) var<storage, read_write> v21: array<u32>;
@group(0) @binding(4) var<storage, read_write> v17: array<u32>;
@group(0) @binding(3) var<storage, read_write> v13: array<f32>;
@group(0) @binding(2) var<storage, read_write> v9: array<f32>;
@group(0) @binding(1) var<storage, read_write> v5: array<f32>;
@group(0) @binding(0) var<storage, read_write> v1: array<f32>;
struct info_st { scalars_usize: array<u32, 4>, scalars_f32: array<f32, 2>, static_meta: array<u32, 12> }
@group(0) @binding(11) var<storage, read> info_var: info_st;
@compute @workgroup_size(128, 1, 1)
fn rotary_write_gate_kernel(@builtin(local_invocation_index) v867: u32, @builtin(workgroup_id) v876: vec3<u32>, @builtin(num_workgroups) v878: vec3<u32>) {
let v900 = &v41;
let v901 = &v37;
let v902 = &v33;
let v903 = &v29;
let v904 = &v25;
let v905 = &v21;
let v906 = &v17;
let v907 = &v13;
let v908 = &v9;
let v909 = &v5;
let v910 = &v1;
let v3 = u32(0);
let v45 = info_var.scalars_usize[0];
let v46 = info_var.scalars_usize[1];
let v47 = info_var.scalars_usize[2];
let v48 = info_var.scalars_f32[0];
let v877 = v876[2];
let v834 = u32(v877);
let v879 = v878[1];
let v836 = u32(v879);
let v837 = v834 * v836;
let v880 = v878[0];
let v839 = u32(v880);
let v840 = v837 * v839;
let v881 = v876[1];
let v842 = u32(v881);
let v845 = v842 * v839;
let v846 = v840 + v845;
let v883 = v876[0];
let v848 = u32(v883);
let v849 = v846 + v848;
let v50 = u32(6);
let v51 = v849 / v50;
let v54 = v849 % v50;
let v55 = v51 < v45;
if v55 {
let v817 = &shared_v56;
let v58 = u32(64);
let v60 = u32(4);
let v61 = v54 < v60;
if v61 {
let v63 = v51 * v60;
let v64 = v63 + v54;
let v66 = v64 * v58;
let v868 = v867;
let v68 = u32(v868);
var<function> v818_store: u32;
let v818 = &v818_store;
*v818 = v68;
loop {
let v70 = *v818;
let v71 = u32(32);
let v72 = v70 < v71;
if !v72 { break; }
let v74 = u32(32);
let v75 = v51 * v74;
let v76 = *v818;
let v77 = v75 + v76;
let v78 = u32(2);
let v79 = v78 * v77;
let v83 = &(*v907)[v79];
let v84 = *v83;
let v91 = u32(1);
let v92 = v79 + v91;
let v96 = &(*v907)[v92];
let v97 = *v96;
let v99 = v66 + v76;
let v103 = &(*v910)[v99];
let v104 = *v103;
let v106 = v66 + v74;
let v108 = v106 + v76;
let v112 = &(*v910)[v108];
let v113 = *v112;
let v115 = v113 * v97;
let v892 = -v115;
let v893 = fma(v104, v84, v892);
let v118 = v104 * v97;
let v894 = fma(v113, v84, v118);
*v103 = v893;
*v112 = v894;
let v138 = &(*v817)[v76];
*v138 = v893;
let v141 = v74 + v76;
let v145 = &(*v817)[v141];
*v145 = v894;
let v147 = u32(128);
let v148 = v76 + v147;
*v818 = v148;

}
workgroupBarrier();

} else {
let v150 = v54 - v60;
let v151 = u32(2);
let v152 = v51 * v151;
let v153 = v152 + v150;
let v155 = v153 * v58;
let v869 = v867;
let v157 = u32(v869);
var<function> v820_store: u32;
let v820 = &v820_store;
*v820 = v157;
loop {
let v159 = *v820;
let v160 = u32(32);
let v161 = v159 < v160;
if !v161 { break; }
let v163 = u32(32);
let v164 = v51 * v163;
let v165 = *v820;
let v166 = v164 + v165;
let v168 = v151 * v166;
let v172 = &(*v907)[v168];
let v173 = *v172;
let v180 = u32(1);
let v181 = v168 + v180;
let v185 = &(*v907)[v181];
let v186 = *v185;
let v188 = v155 + v165;
let v192 = &(*v909)[v188];
let v193 = *v192;
let v195 = v155 + v163;
let v197 = v195 + v165;
let v201 = &(*v909)[v197];
let v202 = *v201;
let v204 = v202 * v186;
let v895 = -v204;
let v896 = fma(v193, v173, v895);
let v207 = v193 * v186;
let v897 = fma(v202, v173, v207);
*v192 = v896;
*v201 = v897;
let v227 = &(*v817)[v165];
*v227 = v896;
let v230 = v163 + v165;
let v234 = &(*v817)[v230];
*v234 = v897;
let v236 = u32(128);
let v237 = v165 + v236;
*v820 = v237;

}
workgroupBarrier();
let v239 = v151 * v45;
let v240 = v239 + v51;
let v244 = &(*v906)[v240];
let v245 = *v244;
let v246 = u32(4294967295);
let v247 = v245 != v246;
if v247 {
let v248 = u32(v245);
let v250 = v248 * v151;
let v251 = v250 + v150;
let v253 = v46 * v151;
let v254 = u32(32);
let v255 = v251 * v254;
var<function> v822_store: u32;
let v822 = &v822_store;
*v822 = v157;
loop {
let v259 = *v822;
let v261 = v259 < v254;
if !v261 { break; }
let v264 = *v822;
let v265 = v151 * v264;
let v271 = &(*v817)[v265];
let v272 = *v271;
let v273 = bitcast<u32>(v272);
let v274 = u32(2147483647);
let v275 = v273 & v274;
let v276 = u32(4095);
let v277 = v275 + v276;
let v278 = u32(13);
let v279 = v275 >> u32(v278);
let v280 = u32(1);
let v281 = v279 & v280;
let v282 = v277 + v281;
let v283 = u32(939524096);
let v284 = v282 - v283;
let v286 = v284 >> u32(v278);
let v287 = bitcast<f32>(v275);
let v288 = f32(0.5);
let v289 = v287 + v288;
let v290 = bitcast<u32>(v289);
let v291 = u32(1056964608);
let v292 = v290 - v291;
let v293 = u32(2139095040);
let v294 = v275 > v293;
let v295 = u32(32256);
let v296 = u32(31744);
let v297 = select(v296, v295, v294);
let v298 = u32(947912704);
let v299 = v275 < v298;
let v300 = select(v286, v292, v299);
let v301 = u32(1199566848);
let v302 = v275 >= v301;
let v303 = select(v300, v297, v302);
let v304 = u32(16);
let v305 = v273 >> u32(v304);
let v306 = u32(32768);
let v307 = v305 & v306;
let v308 = v303 | v307;
let v314 = u32(1);
let v315 = v265 + v314;
let v319 = &(*v817)[v315];
let v320 = *v319;
let v321 = bitcast<u32>(v320);
let v323 = v321 & v274;
let v325 = v323 + v276;
let v327 = v323 >> u32(v278);
let v329 = v327 & v280;
let v330 = v325 + v329;
let v332 = v330 - v283;
let v334 = v332 >> u32(v278);
let v335 = bitcast<f32>(v323);
let v337 = v335 + v288;
let v338 = bitcast<u32>(v337);
let v340 = v338 - v291;
let v342 = v323 > v293;
let v345 = select(v296, v295, v342);
let v347 = v323 < v298;
let v348 = select(v334, v340, v347);
let v350 = v323 >= v301;
let v351 = select(v348, v345, v350);
let v353 = v321 >> u32(v304);
let v355 = v353 & v306;
let v356 = v351 | v355;
let v358 = v356 << u32(v304);
let v359 = v308 | v358;
let v361 = v255 + v264;
let v365 = &(*v905)[v361];
*v365 = v359;
let v367 = u32(128);
let v368 = v264 + v367;
*v822 = v368;

}
let v369 = v253 + v251;
let v371 = v369 * v254;
var<function> v824_store: u32;
let v824 = &v824_store;
*v824 = v157;
loop {
let v375 = *v824;
let v377 = v375 < v254;
if !v377 { break; }
let v380 = *v824;
let v381 = v151 * v380;
let v382 = v155 + v381;
let v386 = &(*v908)[v382];
let v387 = *v386;
let v388 = bitcast<u32>(v387);
let v389 = u32(2147483647);
let v390 = v388 & v389;
let v391 = u32(4095);
let v392 = v390 + v391;
let v393 = u32(13);
let v394 = v390 >> u32(v393);
let v395 = u32(1);
let v396 = v394 & v395;
let v397 = v392 + v396;
let v398 = u32(939524096);
let v399 = v397 - v398;
let v401 = v399 >> u32(v393);
let v402 = bitcast<f32>(v390);
let v403 = f32(0.5);
let v404 = v402 + v403;
let v405 = bitcast<u32>(v404);
let v406 = u32(1056964608);
let v407 = v405 - v406;
let v408 = u32(2139095040);
let v409 = v390 > v408;
let v410 = u32(32256);
let v411 = u32(31744);
let v412 = select(v411, v410, v409);
let v413 = u32(947912704);
let v414 = v390 < v413;
let v415 = select(v401, v407, v414);
let v416 = u32(1199566848);
let v417 = v390 >= v416;
let v418 = select(v415, v412, v417);
let v419 = u32(16);
let v420 = v388 >> u32(v419);
let v421 = u32(32768);
let v422 = v420 & v421;
let v423 = v418 | v422;
let v428 = u32(1);
let v429 = v382 + v428;
let v433 = &(*v908)[v429];
let v434 = *v433;
let v435 = bitcast<u32>(v434);
let v437 = v435 & v389;
let v439 = v437 + v391;
let v441 = v437 >> u32(v393);
let v443 = v441 & v395;
let v444 = v439 + v443;
let v446 = v444 - v398;
let v448 = v446 >> u32(v393);
let v449 = bitcast<f32>(v437);
let v451 = v449 + v403;
let v452 = bitcast<u32>(v451);
let v454 = v452 - v406;
let v456 = v437 > v408;
let v459 = select(v411, v410, v456);
let v461 = v437 < v413;
let v462 = select(v448, v454, v461);
let v464 = v437 >= v416;
let v465 = select(v462, v459, v464);
let v467 = v435 >> u32(v419);
let v469 = v467 & v421;
let v470 = v465 | v469;
let v472 = v470 << u32(v419);
let v473 = v423 | v472;
let v475 = v371 + v380;
let v479 = &(*v905)[v475];
*v479 = v473;
let v481 = u32(128);
let v482 = v380 + v481;
*v824 = v482;

}

}

}
if v61 {
let v485 = f32(0.0);
var<function> v826_store: f32;
let v826 = &v826_store;
*v826 = v485;
var<function> v827_store: f32;
let v827 = &v827_store;
*v827 = v485;
let v872 = v867;
let v492 = u32(v872);
var<function> v828_store: u32;
let v828 = &v828_store;
*v828 = v492;
loop {
let v494 = *v828;
let v495 = v494 < v47;
if !v495 { break; }
let v497 = v54 * v47;
let v498 = *v828;
let v499 = v497 + v498;
let v503 = &(*v902)[v499];
let v504 = *v503;
let v505 = v51 * v47;
let v507 = v505 + v498;
let v511 = &(*v904)[v507];
let v512 = *v511;
let v514 = *v827;
let v898 = fma(v512, v512, v514);
*v827 = v898;
let v518 = *v828;
let v520 = &(*v903)[v518];
let v521 = *v520;
let v522 = v512 * v521;
let v524 = *v826;
let v899 = fma(v522, v504, v524);
*v826 = v899;
let v526 = *v828;
let v527 = u32(128);
let v528 = v526 + v527;
*v828 = v528;

}
let v830 = &shared_v529;
let v538 = &(*v830)[v492];
let v539 = *v826;
*v538 = v539;
workgroupBarrier();
let v541 = v492 < v58;
if v541 {
let v543 = v492 + v58;
let v547 = &(*v830)[v543];
let v548 = *v547;
let v553 = *v538;
let v554 = v553 + v548;
*v538 = v554;

}
workgroupBarrier();
let v555 = u32(32);
let v556 = v492 < v555;
if v556 {
let v558 = v492 + v555;
let v562 = &(*v830)[v558];
let v563 = *v562;
let v568 = *v538;
let v569 = v568 + v563;
*v538 = v569;

}
workgroupBarrier();
let v570 = u32(16);
let v571 = v492 < v570;
if v571 {
let v573 = v492 + v570;
let v577 = &(*v830)[v573];
let v578 = *v577;
let v583 = *v538;
let v584 = v583 + v578;
*v538 = v584;

}
workgroupBarrier();
let v585 = u32(8);
let v586 = v492 < v585;
if v586 {
let v588 = v492 + v585;
let v592 = &(*v830)[v588];
let v593 = *v592;
let v598 = *v538;
let v599 = v598 + v593;
*v538 = v599;

}
workgroupBarrier();
let v601 = v492 < v60;
if v601 {
let v603 = v492 + v60;
let v607 = &(*v830)[v603];
let v608 = *v607;
let v613 = *v538;
let v614 = v613 + v608;
*v538 = v614;

}
workgroupBarrier();
let v615 = u32(2);
let v616 = v492 < v615;
if v616 {
let v618 = v492 + v615;
let v622 = &(*v830)[v618];
let v623 = *v622;
let v628 = *v538;
let v629 = v628 + v623;
*v538 = v629;

}
workgroupBarrier();
let v630 = u32(1);
let v631 = v492 < v630;
if v631 {
let v633 = v492 + v630;
let v637 = &(*v830)[v633];
let v638 = *v637;
let v643 = *v538;
let v644 = v643 + v638;
*v538 = v644;

}
workgroupBarrier();
let v649 = &(*v830)[v3];
let v650 = *v649;
workgroupBarrier();
var<function> v831_store: f32;
let v831 = &v831_store;
*v831 = v650;
let v832 = &shared_v652;
let v661 = &(*v832)[v492];
let v662 = *v827;
*v661 = v662;
workgroupBarrier();
if v541 {
let v666 = v492 + v58;
let v670 = &(*v832)[v666];
let v671 = *v670;
let v676 = *v661;
let v677 = v676 + v671;
*v661 = v677;

}
workgroupBarrier();
if v556 {
let v681 = v492 + v555;
let v685 = &(*v832)[v681];
let v686 = *v685;
let v691 = *v661;
let v692 = v691 + v686;
*v661 = v692;

}
workgroupBarrier();
if v571 {
let v696 = v492 + v570;
let v700 = &(*v832)[v696];
let v701 = *v700;
let v706 = *v661;
let v707 = v706 + v701;
*v661 = v707;

}
workgroupBarrier();
if v586 {
let v711 = v492 + v585;
let v715 = &(*v832)[v711];
let v716 = *v715;
let v721 = *v661;
let v722 = v721 + v716;
*v661 = v722;

}
workgroupBarrier();
if v601 {
let v726 = v492 + v60;
let v730 = &(*v832)[v726];
let v731 = *v730;
let v736 = *v661;
let v737 = v736 + v731;
*v661 = v737;

}
workgroupBarrier();
if v616 {
let v741 = v492 + v615;
let v745 = &(*v832)[v741];
let v746 = *v745;
let v751 = *v661;
let v752 = v751 + v746;
*v661 = v752;

}
workgroupBarrier();
if v631 {
let v756 = v492 + v630;
let v760 = &(*v832)[v756];
let v761 = *v760;
let v766 = *v661;
let v767 = v766 + v761;
*v661 = v767;

}
workgroupBarrier();
let v772 = &(*v832)[v3];
let v773 = *v772;
workgroupBarrier();
let v774 = f32(v47);
let v775 = v773 / v774;
let v776 = v775 + v48;
let v777 = sqrt(v776);
let v778 = f32(1.0);
let v779 = v778 / v777;
let v780 = *v831;
let v781 = v780 * v779;
*v831 = v781;
let v783 = u32(0);
let v784 = v872 == v783;
if v784 {
let v788 = &(*v901)[v54];
let v789 = *v788;
let v790 = *v831;
let v791 = v790 + v789;
let v792 = -v791;
let v793 = exp(v792);
let v795 = v778 + v793;
let v797 = v778 / v795;
let v799 = v51 * v60;
let v800 = v799 + v54;
let v804 = &(*v900)[v800];
*v804 = v797;

}

}

}
return;

}
