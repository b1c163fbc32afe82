var<workgroup> shared_v56: array<f32, 64>;
var<workgroup> shared_v519: array<f32, 128>;
var<workgroup> shared_v642: array<f32, 128>;
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
fn rotary_write_gate_kernel(@builtin(local_invocation_index) v857: u32, @builtin(workgroup_id) v866: vec3<u32>, @builtin(num_workgroups) v868: vec3<u32>) {
let v890 = &v41;
let v891 = &v37;
let v892 = &v33;
let v893 = &v29;
let v894 = &v25;
let v895 = &v21;
let v896 = &v17;
let v897 = &v13;
let v898 = &v9;
let v899 = &v5;
let v900 = &v1;
let v3 = u32(0);
let v45 = info_var.scalars_usize[0];
let v46 = info_var.scalars_usize[1];
let v47 = info_var.scalars_usize[2];
let v48 = info_var.scalars_f32[0];
let v867 = v866[2];
let v824 = u32(v867);
let v869 = v868[1];
let v826 = u32(v869);
let v827 = v824 * v826;
let v870 = v868[0];
let v829 = u32(v870);
let v830 = v827 * v829;
let v871 = v866[1];
let v832 = u32(v871);
let v835 = v832 * v829;
let v836 = v830 + v835;
let v873 = v866[0];
let v838 = u32(v873);
let v839 = v836 + v838;
let v50 = u32(6);
let v51 = v839 / v50;
let v54 = v839 % v50;
let v55 = v51 < v45;
if v55 {
let v807 = &shared_v56;
let v58 = u32(64);
let v60 = u32(4);
let v61 = v54 < v60;
if v61 {
let v63 = v51 * v60;
let v64 = v63 + v54;
let v66 = v64 * v58;
let v858 = v857;
let v68 = u32(v858);
var<function> v808_store: u32;
let v808 = &v808_store;
*v808 = v68;
loop {
let v70 = *v808;
let v71 = u32(32);
let v72 = v70 < v71;
if !v72 { break; }
let v74 = u32(32);
let v75 = v51 * v74;
let v76 = *v808;
let v77 = v75 + v76;
let v81 = &(*v897)[v77];
let v82 = *v81;
let v83 = v45 + v51;
let v85 = v83 * v74;
let v87 = v85 + v76;
let v91 = &(*v897)[v87];
let v92 = *v91;
let v94 = v66 + v76;
let v98 = &(*v900)[v94];
let v99 = *v98;
let v101 = v66 + v74;
let v103 = v101 + v76;
let v107 = &(*v900)[v103];
let v108 = *v107;
let v110 = v108 * v92;
let v882 = -v110;
let v883 = fma(v99, v82, v882);
let v113 = v99 * v92;
let v884 = fma(v108, v82, v113);
*v98 = v883;
*v107 = v884;
let v133 = &(*v807)[v76];
*v133 = v883;
let v136 = v74 + v76;
let v140 = &(*v807)[v136];
*v140 = v884;
let v142 = u32(128);
let v143 = v76 + v142;
*v808 = v143;

}
workgroupBarrier();

} else {
let v145 = v54 - v60;
let v146 = u32(2);
let v147 = v51 * v146;
let v148 = v147 + v145;
let v150 = v148 * v58;
let v859 = v857;
let v152 = u32(v859);
var<function> v810_store: u32;
let v810 = &v810_store;
*v810 = v152;
loop {
let v154 = *v810;
let v155 = u32(32);
let v156 = v154 < v155;
if !v156 { break; }
let v158 = u32(32);
let v159 = v51 * v158;
let v160 = *v810;
let v161 = v159 + v160;
let v165 = &(*v897)[v161];
let v166 = *v165;
let v167 = v45 + v51;
let v169 = v167 * v158;
let v171 = v169 + v160;
let v175 = &(*v897)[v171];
let v176 = *v175;
let v178 = v150 + v160;
let v182 = &(*v899)[v178];
let v183 = *v182;
let v185 = v150 + v158;
let v187 = v185 + v160;
let v191 = &(*v899)[v187];
let v192 = *v191;
let v194 = v192 * v176;
let v885 = -v194;
let v886 = fma(v183, v166, v885);
let v197 = v183 * v176;
let v887 = fma(v192, v166, v197);
*v182 = v886;
*v191 = v887;
let v217 = &(*v807)[v160];
*v217 = v886;
let v220 = v158 + v160;
let v224 = &(*v807)[v220];
*v224 = v887;
let v226 = u32(128);
let v227 = v160 + v226;
*v810 = v227;

}
workgroupBarrier();
let v229 = v146 * v45;
let v230 = v229 + v51;
let v234 = &(*v896)[v230];
let v235 = *v234;
let v236 = u32(4294967295);
let v237 = v235 != v236;
if v237 {
let v238 = u32(v235);
let v240 = v238 * v146;
let v241 = v240 + v145;
let v243 = v46 * v146;
let v244 = u32(32);
let v245 = v241 * v244;
var<function> v812_store: u32;
let v812 = &v812_store;
*v812 = v152;
loop {
let v249 = *v812;
let v251 = v249 < v244;
if !v251 { break; }
let v254 = *v812;
let v255 = v146 * v254;
let v261 = &(*v807)[v255];
let v262 = *v261;
let v263 = bitcast<u32>(v262);
let v264 = u32(2147483647);
let v265 = v263 & v264;
let v266 = u32(4095);
let v267 = v265 + v266;
let v268 = u32(13);
let v269 = v265 >> u32(v268);
let v270 = u32(1);
let v271 = v269 & v270;
let v272 = v267 + v271;
let v273 = u32(939524096);
let v274 = v272 - v273;
let v276 = v274 >> u32(v268);
let v277 = bitcast<f32>(v265);
let v278 = f32(0.5);
let v279 = v277 + v278;
let v280 = bitcast<u32>(v279);
let v281 = u32(1056964608);
let v282 = v280 - v281;
let v283 = u32(2139095040);
let v284 = v265 > v283;
let v285 = u32(32256);
let v286 = u32(31744);
let v287 = select(v286, v285, v284);
let v288 = u32(947912704);
let v289 = v265 < v288;
let v290 = select(v276, v282, v289);
let v291 = u32(1199566848);
let v292 = v265 >= v291;
let v293 = select(v290, v287, v292);
let v294 = u32(16);
let v295 = v263 >> u32(v294);
let v296 = u32(32768);
let v297 = v295 & v296;
let v298 = v293 | v297;
let v304 = u32(1);
let v305 = v255 + v304;
let v309 = &(*v807)[v305];
let v310 = *v309;
let v311 = bitcast<u32>(v310);
let v313 = v311 & v264;
let v315 = v313 + v266;
let v317 = v313 >> u32(v268);
let v319 = v317 & v270;
let v320 = v315 + v319;
let v322 = v320 - v273;
let v324 = v322 >> u32(v268);
let v325 = bitcast<f32>(v313);
let v327 = v325 + v278;
let v328 = bitcast<u32>(v327);
let v330 = v328 - v281;
let v332 = v313 > v283;
let v335 = select(v286, v285, v332);
let v337 = v313 < v288;
let v338 = select(v324, v330, v337);
let v340 = v313 >= v291;
let v341 = select(v338, v335, v340);
let v343 = v311 >> u32(v294);
let v345 = v343 & v296;
let v346 = v341 | v345;
let v348 = v346 << u32(v294);
let v349 = v298 | v348;
let v351 = v245 + v254;
let v355 = &(*v895)[v351];
*v355 = v349;
let v357 = u32(128);
let v358 = v254 + v357;
*v812 = v358;

}
let v359 = v243 + v241;
let v361 = v359 * v244;
var<function> v814_store: u32;
let v814 = &v814_store;
*v814 = v152;
loop {
let v365 = *v814;
let v367 = v365 < v244;
if !v367 { break; }
let v370 = *v814;
let v371 = v146 * v370;
let v372 = v150 + v371;
let v376 = &(*v898)[v372];
let v377 = *v376;
let v378 = bitcast<u32>(v377);
let v379 = u32(2147483647);
let v380 = v378 & v379;
let v381 = u32(4095);
let v382 = v380 + v381;
let v383 = u32(13);
let v384 = v380 >> u32(v383);
let v385 = u32(1);
let v386 = v384 & v385;
let v387 = v382 + v386;
let v388 = u32(939524096);
let v389 = v387 - v388;
let v391 = v389 >> u32(v383);
let v392 = bitcast<f32>(v380);
let v393 = f32(0.5);
let v394 = v392 + v393;
let v395 = bitcast<u32>(v394);
let v396 = u32(1056964608);
let v397 = v395 - v396;
let v398 = u32(2139095040);
let v399 = v380 > v398;
let v400 = u32(32256);
let v401 = u32(31744);
let v402 = select(v401, v400, v399);
let v403 = u32(947912704);
let v404 = v380 < v403;
let v405 = select(v391, v397, v404);
let v406 = u32(1199566848);
let v407 = v380 >= v406;
let v408 = select(v405, v402, v407);
let v409 = u32(16);
let v410 = v378 >> u32(v409);
let v411 = u32(32768);
let v412 = v410 & v411;
let v413 = v408 | v412;
let v418 = u32(1);
let v419 = v372 + v418;
let v423 = &(*v898)[v419];
let v424 = *v423;
let v425 = bitcast<u32>(v424);
let v427 = v425 & v379;
let v429 = v427 + v381;
let v431 = v427 >> u32(v383);
let v433 = v431 & v385;
let v434 = v429 + v433;
let v436 = v434 - v388;
let v438 = v436 >> u32(v383);
let v439 = bitcast<f32>(v427);
let v441 = v439 + v393;
let v442 = bitcast<u32>(v441);
let v444 = v442 - v396;
let v446 = v427 > v398;
let v449 = select(v401, v400, v446);
let v451 = v427 < v403;
let v452 = select(v438, v444, v451);
let v454 = v427 >= v406;
let v455 = select(v452, v449, v454);
let v457 = v425 >> u32(v409);
let v459 = v457 & v411;
let v460 = v455 | v459;
let v462 = v460 << u32(v409);
let v463 = v413 | v462;
let v465 = v361 + v370;
let v469 = &(*v895)[v465];
*v469 = v463;
let v471 = u32(128);
let v472 = v370 + v471;
*v814 = v472;

}

}

}
if v61 {
let v475 = f32(0.0);
var<function> v816_store: f32;
let v816 = &v816_store;
*v816 = v475;
var<function> v817_store: f32;
let v817 = &v817_store;
*v817 = v475;
let v862 = v857;
let v482 = u32(v862);
var<function> v818_store: u32;
let v818 = &v818_store;
*v818 = v482;
loop {
let v484 = *v818;
let v485 = v484 < v47;
if !v485 { break; }
let v487 = v54 * v47;
let v488 = *v818;
let v489 = v487 + v488;
let v493 = &(*v892)[v489];
let v494 = *v493;
let v495 = v51 * v47;
let v497 = v495 + v488;
let v501 = &(*v894)[v497];
let v502 = *v501;
let v504 = *v817;
let v888 = fma(v502, v502, v504);
*v817 = v888;
let v508 = *v818;
let v510 = &(*v893)[v508];
let v511 = *v510;
let v512 = v502 * v511;
let v514 = *v816;
let v889 = fma(v512, v494, v514);
*v816 = v889;
let v516 = *v818;
let v517 = u32(128);
let v518 = v516 + v517;
*v818 = v518;

}
let v820 = &shared_v519;
let v528 = &(*v820)[v482];
let v529 = *v816;
*v528 = v529;
workgroupBarrier();
let v531 = v482 < v58;
if v531 {
let v533 = v482 + v58;
let v537 = &(*v820)[v533];
let v538 = *v537;
let v543 = *v528;
let v544 = v543 + v538;
*v528 = v544;

}
workgroupBarrier();
let v545 = u32(32);
let v546 = v482 < v545;
if v546 {
let v548 = v482 + v545;
let v552 = &(*v820)[v548];
let v553 = *v552;
let v558 = *v528;
let v559 = v558 + v553;
*v528 = v559;

}
workgroupBarrier();
let v560 = u32(16);
let v561 = v482 < v560;
if v561 {
let v563 = v482 + v560;
let v567 = &(*v820)[v563];
let v568 = *v567;
let v573 = *v528;
let v574 = v573 + v568;
*v528 = v574;

}
workgroupBarrier();
let v575 = u32(8);
let v576 = v482 < v575;
if v576 {
let v578 = v482 + v575;
let v582 = &(*v820)[v578];
let v583 = *v582;
let v588 = *v528;
let v589 = v588 + v583;
*v528 = v589;

}
workgroupBarrier();
let v591 = v482 < v60;
if v591 {
let v593 = v482 + v60;
let v597 = &(*v820)[v593];
let v598 = *v597;
let v603 = *v528;
let v604 = v603 + v598;
*v528 = v604;

}
workgroupBarrier();
let v605 = u32(2);
let v606 = v482 < v605;
if v606 {
let v608 = v482 + v605;
let v612 = &(*v820)[v608];
let v613 = *v612;
let v618 = *v528;
let v619 = v618 + v613;
*v528 = v619;

}
workgroupBarrier();
let v620 = u32(1);
let v621 = v482 < v620;
if v621 {
let v623 = v482 + v620;
let v627 = &(*v820)[v623];
let v628 = *v627;
let v633 = *v528;
let v634 = v633 + v628;
*v528 = v634;

}
workgroupBarrier();
let v639 = &(*v820)[v3];
let v640 = *v639;
workgroupBarrier();
var<function> v821_store: f32;
let v821 = &v821_store;
*v821 = v640;
let v822 = &shared_v642;
let v651 = &(*v822)[v482];
let v652 = *v817;
*v651 = v652;
workgroupBarrier();
if v531 {
let v656 = v482 + v58;
let v660 = &(*v822)[v656];
let v661 = *v660;
let v666 = *v651;
let v667 = v666 + v661;
*v651 = v667;

}
workgroupBarrier();
if v546 {
let v671 = v482 + v545;
let v675 = &(*v822)[v671];
let v676 = *v675;
let v681 = *v651;
let v682 = v681 + v676;
*v651 = v682;

}
workgroupBarrier();
if v561 {
let v686 = v482 + v560;
let v690 = &(*v822)[v686];
let v691 = *v690;
let v696 = *v651;
let v697 = v696 + v691;
*v651 = v697;

}
workgroupBarrier();
if v576 {
let v701 = v482 + v575;
let v705 = &(*v822)[v701];
let v706 = *v705;
let v711 = *v651;
let v712 = v711 + v706;
*v651 = v712;

}
workgroupBarrier();
if v591 {
let v716 = v482 + v60;
let v720 = &(*v822)[v716];
let v721 = *v720;
let v726 = *v651;
let v727 = v726 + v721;
*v651 = v727;

}
workgroupBarrier();
if v606 {
let v731 = v482 + v605;
let v735 = &(*v822)[v731];
let v736 = *v735;
let v741 = *v651;
let v742 = v741 + v736;
*v651 = v742;

}
workgroupBarrier();
if v621 {
let v746 = v482 + v620;
let v750 = &(*v822)[v746];
let v751 = *v750;
let v756 = *v651;
let v757 = v756 + v751;
*v651 = v757;

}
workgroupBarrier();
let v762 = &(*v822)[v3];
let v763 = *v762;
workgroupBarrier();
let v764 = f32(v47);
let v765 = v763 / v764;
let v766 = v765 + v48;
let v767 = sqrt(v766);
let v768 = f32(1.0);
let v769 = v768 / v767;
let v770 = *v821;
let v771 = v770 * v769;
*v821 = v771;
let v773 = u32(0);
let v774 = v862 == v773;
if v774 {
let v778 = &(*v891)[v54];
let v779 = *v778;
let v780 = *v821;
let v781 = v780 + v779;
let v782 = -v781;
let v783 = exp(v782);
let v785 = v768 + v783;
let v787 = v768 / v785;
let v789 = v51 * v60;
let v790 = v789 + v54;
let v794 = &(*v890)[v790];
*v794 = v787;

}

}

}
return;

}
