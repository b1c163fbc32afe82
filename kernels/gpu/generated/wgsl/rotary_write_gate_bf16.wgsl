var<workgroup> shared_v56: array<f32, 64>;
var<workgroup> shared_v451: array<f32, 128>;
var<workgroup> shared_v574: array<f32, 128>;
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
fn rotary_write_gate_kernel(@builtin(local_invocation_index) v789: u32, @builtin(workgroup_id) v798: vec3<u32>, @builtin(num_workgroups) v800: vec3<u32>) {
let v822 = &v41;
let v823 = &v37;
let v824 = &v33;
let v825 = &v29;
let v826 = &v25;
let v827 = &v21;
let v828 = &v17;
let v829 = &v13;
let v830 = &v9;
let v831 = &v5;
let v832 = &v1;
let v3 = u32(0);
let v45 = info_var.scalars_usize[0];
let v46 = info_var.scalars_usize[1];
let v47 = info_var.scalars_usize[2];
let v48 = info_var.scalars_f32[0];
let v799 = v798[2];
let v756 = u32(v799);
let v801 = v800[1];
let v758 = u32(v801);
let v759 = v756 * v758;
let v802 = v800[0];
let v761 = u32(v802);
let v762 = v759 * v761;
let v803 = v798[1];
let v764 = u32(v803);
let v767 = v764 * v761;
let v768 = v762 + v767;
let v805 = v798[0];
let v770 = u32(v805);
let v771 = v768 + v770;
let v50 = u32(6);
let v51 = v771 / v50;
let v54 = v771 % v50;
let v55 = v51 < v45;
if v55 {
let v739 = &shared_v56;
let v58 = u32(64);
let v60 = u32(4);
let v61 = v54 < v60;
if v61 {
let v63 = v51 * v60;
let v64 = v63 + v54;
let v66 = v64 * v58;
let v790 = v789;
let v68 = u32(v790);
var<function> v740_store: u32;
let v740 = &v740_store;
*v740 = v68;
loop {
let v70 = *v740;
let v71 = u32(32);
let v72 = v70 < v71;
if !v72 { break; }
let v74 = u32(32);
let v75 = v51 * v74;
let v76 = *v740;
let v77 = v75 + v76;
let v81 = &(*v829)[v77];
let v82 = *v81;
let v83 = v45 + v51;
let v85 = v83 * v74;
let v87 = v85 + v76;
let v91 = &(*v829)[v87];
let v92 = *v91;
let v94 = v66 + v76;
let v98 = &(*v832)[v94];
let v99 = *v98;
let v101 = v66 + v74;
let v103 = v101 + v76;
let v107 = &(*v832)[v103];
let v108 = *v107;
let v110 = v108 * v92;
let v814 = -v110;
let v815 = fma(v99, v82, v814);
let v113 = v99 * v92;
let v816 = fma(v108, v82, v113);
*v98 = v815;
*v107 = v816;
let v133 = &(*v739)[v76];
*v133 = v815;
let v136 = v74 + v76;
let v140 = &(*v739)[v136];
*v140 = v816;
let v142 = u32(128);
let v143 = v76 + v142;
*v740 = v143;

}
workgroupBarrier();

} else {
let v145 = v54 - v60;
let v146 = u32(2);
let v147 = v51 * v146;
let v148 = v147 + v145;
let v150 = v148 * v58;
let v791 = v789;
let v152 = u32(v791);
var<function> v742_store: u32;
let v742 = &v742_store;
*v742 = v152;
loop {
let v154 = *v742;
let v155 = u32(32);
let v156 = v154 < v155;
if !v156 { break; }
let v158 = u32(32);
let v159 = v51 * v158;
let v160 = *v742;
let v161 = v159 + v160;
let v165 = &(*v829)[v161];
let v166 = *v165;
let v167 = v45 + v51;
let v169 = v167 * v158;
let v171 = v169 + v160;
let v175 = &(*v829)[v171];
let v176 = *v175;
let v178 = v150 + v160;
let v182 = &(*v831)[v178];
let v183 = *v182;
let v185 = v150 + v158;
let v187 = v185 + v160;
let v191 = &(*v831)[v187];
let v192 = *v191;
let v194 = v192 * v176;
let v817 = -v194;
let v818 = fma(v183, v166, v817);
let v197 = v183 * v176;
let v819 = fma(v192, v166, v197);
*v182 = v818;
*v191 = v819;
let v217 = &(*v739)[v160];
*v217 = v818;
let v220 = v158 + v160;
let v224 = &(*v739)[v220];
*v224 = v819;
let v226 = u32(128);
let v227 = v160 + v226;
*v742 = v227;

}
workgroupBarrier();
let v229 = v146 * v45;
let v230 = v229 + v51;
let v234 = &(*v828)[v230];
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
var<function> v744_store: u32;
let v744 = &v744_store;
*v744 = v152;
loop {
let v249 = *v744;
let v251 = v249 < v244;
if !v251 { break; }
let v254 = *v744;
let v255 = v146 * v254;
let v261 = &(*v739)[v255];
let v262 = *v261;
let v263 = bitcast<u32>(v262);
let v264 = u32(32767);
let v265 = v263 + v264;
let v266 = u32(16);
let v267 = v263 >> u32(v266);
let v268 = u32(1);
let v269 = v267 & v268;
let v270 = v265 + v269;
let v272 = v270 >> u32(v266);
let v275 = u32(64);
let v276 = v267 | v275;
let v277 = u32(2147483647);
let v278 = v263 & v277;
let v279 = u32(2139095040);
let v280 = v278 > v279;
let v281 = select(v272, v276, v280);
let v287 = u32(1);
let v288 = v255 + v287;
let v292 = &(*v739)[v288];
let v293 = *v292;
let v294 = bitcast<u32>(v293);
let v296 = v294 + v264;
let v298 = v294 >> u32(v266);
let v300 = v298 & v268;
let v301 = v296 + v300;
let v303 = v301 >> u32(v266);
let v307 = v298 | v275;
let v309 = v294 & v277;
let v311 = v309 > v279;
let v312 = select(v303, v307, v311);
let v314 = v312 << u32(v266);
let v315 = v281 | v314;
let v317 = v245 + v254;
let v321 = &(*v827)[v317];
*v321 = v315;
let v323 = u32(128);
let v324 = v254 + v323;
*v744 = v324;

}
let v325 = v243 + v241;
let v327 = v325 * v244;
var<function> v746_store: u32;
let v746 = &v746_store;
*v746 = v152;
loop {
let v331 = *v746;
let v333 = v331 < v244;
if !v333 { break; }
let v336 = *v746;
let v337 = v146 * v336;
let v338 = v150 + v337;
let v342 = &(*v830)[v338];
let v343 = *v342;
let v344 = bitcast<u32>(v343);
let v345 = u32(32767);
let v346 = v344 + v345;
let v347 = u32(16);
let v348 = v344 >> u32(v347);
let v349 = u32(1);
let v350 = v348 & v349;
let v351 = v346 + v350;
let v353 = v351 >> u32(v347);
let v356 = u32(64);
let v357 = v348 | v356;
let v358 = u32(2147483647);
let v359 = v344 & v358;
let v360 = u32(2139095040);
let v361 = v359 > v360;
let v362 = select(v353, v357, v361);
let v367 = u32(1);
let v368 = v338 + v367;
let v372 = &(*v830)[v368];
let v373 = *v372;
let v374 = bitcast<u32>(v373);
let v376 = v374 + v345;
let v378 = v374 >> u32(v347);
let v380 = v378 & v349;
let v381 = v376 + v380;
let v383 = v381 >> u32(v347);
let v387 = v378 | v356;
let v389 = v374 & v358;
let v391 = v389 > v360;
let v392 = select(v383, v387, v391);
let v394 = v392 << u32(v347);
let v395 = v362 | v394;
let v397 = v327 + v336;
let v401 = &(*v827)[v397];
*v401 = v395;
let v403 = u32(128);
let v404 = v336 + v403;
*v746 = v404;

}

}

}
if v61 {
let v407 = f32(0.0);
var<function> v748_store: f32;
let v748 = &v748_store;
*v748 = v407;
var<function> v749_store: f32;
let v749 = &v749_store;
*v749 = v407;
let v794 = v789;
let v414 = u32(v794);
var<function> v750_store: u32;
let v750 = &v750_store;
*v750 = v414;
loop {
let v416 = *v750;
let v417 = v416 < v47;
if !v417 { break; }
let v419 = v54 * v47;
let v420 = *v750;
let v421 = v419 + v420;
let v425 = &(*v824)[v421];
let v426 = *v425;
let v427 = v51 * v47;
let v429 = v427 + v420;
let v433 = &(*v826)[v429];
let v434 = *v433;
let v436 = *v749;
let v820 = fma(v434, v434, v436);
*v749 = v820;
let v440 = *v750;
let v442 = &(*v825)[v440];
let v443 = *v442;
let v444 = v434 * v443;
let v446 = *v748;
let v821 = fma(v444, v426, v446);
*v748 = v821;
let v448 = *v750;
let v449 = u32(128);
let v450 = v448 + v449;
*v750 = v450;

}
let v752 = &shared_v451;
let v460 = &(*v752)[v414];
let v461 = *v748;
*v460 = v461;
workgroupBarrier();
let v463 = v414 < v58;
if v463 {
let v465 = v414 + v58;
let v469 = &(*v752)[v465];
let v470 = *v469;
let v475 = *v460;
let v476 = v475 + v470;
*v460 = v476;

}
workgroupBarrier();
let v477 = u32(32);
let v478 = v414 < v477;
if v478 {
let v480 = v414 + v477;
let v484 = &(*v752)[v480];
let v485 = *v484;
let v490 = *v460;
let v491 = v490 + v485;
*v460 = v491;

}
workgroupBarrier();
let v492 = u32(16);
let v493 = v414 < v492;
if v493 {
let v495 = v414 + v492;
let v499 = &(*v752)[v495];
let v500 = *v499;
let v505 = *v460;
let v506 = v505 + v500;
*v460 = v506;

}
workgroupBarrier();
let v507 = u32(8);
let v508 = v414 < v507;
if v508 {
let v510 = v414 + v507;
let v514 = &(*v752)[v510];
let v515 = *v514;
let v520 = *v460;
let v521 = v520 + v515;
*v460 = v521;

}
workgroupBarrier();
let v523 = v414 < v60;
if v523 {
let v525 = v414 + v60;
let v529 = &(*v752)[v525];
let v530 = *v529;
let v535 = *v460;
let v536 = v535 + v530;
*v460 = v536;

}
workgroupBarrier();
let v537 = u32(2);
let v538 = v414 < v537;
if v538 {
let v540 = v414 + v537;
let v544 = &(*v752)[v540];
let v545 = *v544;
let v550 = *v460;
let v551 = v550 + v545;
*v460 = v551;

}
workgroupBarrier();
let v552 = u32(1);
let v553 = v414 < v552;
if v553 {
let v555 = v414 + v552;
let v559 = &(*v752)[v555];
let v560 = *v559;
let v565 = *v460;
let v566 = v565 + v560;
*v460 = v566;

}
workgroupBarrier();
let v571 = &(*v752)[v3];
let v572 = *v571;
workgroupBarrier();
var<function> v753_store: f32;
let v753 = &v753_store;
*v753 = v572;
let v754 = &shared_v574;
let v583 = &(*v754)[v414];
let v584 = *v749;
*v583 = v584;
workgroupBarrier();
if v463 {
let v588 = v414 + v58;
let v592 = &(*v754)[v588];
let v593 = *v592;
let v598 = *v583;
let v599 = v598 + v593;
*v583 = v599;

}
workgroupBarrier();
if v478 {
let v603 = v414 + v477;
let v607 = &(*v754)[v603];
let v608 = *v607;
let v613 = *v583;
let v614 = v613 + v608;
*v583 = v614;

}
workgroupBarrier();
if v493 {
let v618 = v414 + v492;
let v622 = &(*v754)[v618];
let v623 = *v622;
let v628 = *v583;
let v629 = v628 + v623;
*v583 = v629;

}
workgroupBarrier();
if v508 {
let v633 = v414 + v507;
let v637 = &(*v754)[v633];
let v638 = *v637;
let v643 = *v583;
let v644 = v643 + v638;
*v583 = v644;

}
workgroupBarrier();
if v523 {
let v648 = v414 + v60;
let v652 = &(*v754)[v648];
let v653 = *v652;
let v658 = *v583;
let v659 = v658 + v653;
*v583 = v659;

}
workgroupBarrier();
if v538 {
let v663 = v414 + v537;
let v667 = &(*v754)[v663];
let v668 = *v667;
let v673 = *v583;
let v674 = v673 + v668;
*v583 = v674;

}
workgroupBarrier();
if v553 {
let v678 = v414 + v552;
let v682 = &(*v754)[v678];
let v683 = *v682;
let v688 = *v583;
let v689 = v688 + v683;
*v583 = v689;

}
workgroupBarrier();
let v694 = &(*v754)[v3];
let v695 = *v694;
workgroupBarrier();
let v696 = f32(v47);
let v697 = v695 / v696;
let v698 = v697 + v48;
let v699 = sqrt(v698);
let v700 = f32(1.0);
let v701 = v700 / v699;
let v702 = *v753;
let v703 = v702 * v701;
*v753 = v703;
let v705 = u32(0);
let v706 = v794 == v705;
if v706 {
let v710 = &(*v823)[v54];
let v711 = *v710;
let v712 = *v753;
let v713 = v712 + v711;
let v714 = -v713;
let v715 = exp(v714);
let v717 = v700 + v715;
let v719 = v700 / v717;
let v721 = v51 * v60;
let v722 = v721 + v54;
let v726 = &(*v822)[v722];
*v726 = v719;

}

}

}
return;

}
